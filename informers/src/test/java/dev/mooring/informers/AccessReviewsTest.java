package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AccessReviewsTest {
    private static final AccessQuestion ANNA = new AccessQuestion("robotics", "anna", Set.of());
    private static final AccessQuestion BERT = new AccessQuestion("robotics", "bert", Set.of());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Test
    void knowNothingOfWhomNobodyAskedAbout() {
        assertThat(askedAtOnce().known(ANNA)).isEmpty();
    }

    @Test
    void rememberAYesForHalfAMinute() {
        var reviews = askedAtOnce();
        assertThat(reviews.ask(ANNA)).isCompletedWithValue(true);

        pass(Duration.ofSeconds(29));
        assertThat(reviews.known(ANNA)).contains(true);
        pass(Duration.ofSeconds(2));
        assertThat(reviews.known(ANNA)).isEmpty();
    }

    @Test
    void rememberANoForFiveSeconds() {
        var reviews = askedAtOnce();
        assertThat(reviews.ask(BERT)).isCompletedWithValue(false);

        pass(Duration.ofSeconds(4));
        assertThat(reviews.known(BERT)).contains(false);
        pass(Duration.ofSeconds(2));
        assertThat(reviews.known(BERT)).isEmpty();
    }

    @Test
    void lastNoLongerForBeingRead() {
        var reviews = askedAtOnce();
        assertThat(reviews.ask(BERT)).isDone();

        pass(Duration.ofSeconds(4));
        reviews.known(BERT);
        pass(Duration.ofSeconds(4));
        assertThat(reviews.known(BERT)).isEmpty();
    }

    @Test
    void askOnceForAllWhoWait() {
        var reviews = asked(tasks::add);
        var first = reviews.ask(ANNA);
        var second = reviews.ask(ANNA);
        tasks.forEach(Runnable::run);

        assertThat(first).isCompletedWithValue(true);
        assertThat(second).isCompletedWithValue(true);
        assertThat(asked).hasValue(1);
    }

    @Test
    void askForEachNamespaceAndSetOfGroupsByItself() {
        var reviews = askedAtOnce();
        assertThat(reviews.ask(ANNA)).isDone();
        assertThat(reviews.ask(new AccessQuestion("vision", "anna", Set.of()))).isDone();
        assertThat(reviews.ask(new AccessQuestion("robotics", "anna", Set.of("oidc:ml"))))
                .isDone();

        assertThat(asked).hasValue(3);
    }

    @Test
    void doNotRememberAFailure() {
        var reviews = failing(new IllegalStateException("broken on purpose"));
        assertThat(reviews.ask(ANNA)).isCompletedExceptionally();

        assertThat(reviews.known(ANNA)).isEmpty();
        assertThat(reviews.ask(ANNA)).isCompletedExceptionally();
        assertThat(count("failed")).isEqualTo(2);
    }

    @Test
    void failWhereNobodyHasTimeToAsk() {
        var reviews = asked(task -> {
            throw new RejectedExecutionException("full on purpose");
        });

        assertThat(reviews.ask(ANNA)).isCompletedExceptionally();
        assertThat(reviews.known(ANNA)).isEmpty();
    }

    @Test
    void giveUpAnAnswerThatDoesNotCome() {
        var reviews = asked(tasks::add);
        CompletableFuture<Boolean> answer = reviews.ask(ANNA);

        assertThat(answer)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withRootCauseInstanceOf(TimeoutException.class);
        assertThat(reviews.known(ANNA)).isEmpty();
    }

    @Test
    void areCountedByWhatCameOfThem() {
        var reviews = askedAtOnce();
        assertThat(reviews.ask(ANNA)).isDone();
        assertThat(reviews.ask(ANNA)).isDone();
        assertThat(reviews.ask(BERT)).isDone();

        assertThat(count("allowed")).isEqualTo(1);
        assertThat(count("denied")).isEqualTo(1);
        assertThat(count("failed")).isZero();
        assertThat(meters.get("cache.size")
                        .tag("cache", "accessReviews")
                        .gauge()
                        .value())
                .isEqualTo(2);
    }

    private AccessReviews askedAtOnce() {
        return asked(Runnable::run);
    }

    /** An API server by which Anna may, and nobody else. */
    private AccessReviews asked(Executor executor) {
        return new AccessReviews(
                question -> {
                    asked.incrementAndGet();
                    return question.user().equals("anna");
                },
                executor,
                now::get,
                meters);
    }

    private AccessReviews failing(RuntimeException failure) {
        return new AccessReviews(
                question -> {
                    throw failure;
                },
                Runnable::run,
                now::get,
                meters);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private double count(String outcome) {
        return meters.get("mooring.access.reviews")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
