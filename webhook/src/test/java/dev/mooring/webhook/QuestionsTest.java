package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision;
import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.DenyReason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QuestionsTest {
    private final ExecutorService executor = Questions.executor();
    private final Questions questions = new Questions(executor);
    private final CompletableFuture<Decision> slow = new CompletableFuture<>();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void aSlowQuestionHoldsUpNobodyWhoAsks() {
        var answer = ask();

        assertThat(answer).isNotDone();
        slow.complete(Allow.NOTHING);
        assertThat(answer.join()).isEqualTo(Allow.NOTHING);
    }

    @Test
    void turnsAwayWhatFindsNoPlaceAndAnswersTheOthers() {
        var asked =
                Stream.generate(this::ask).limit(1 + Questions.LONGEST_QUEUE).toList();

        assertThat(ask().join())
                .isInstanceOfSatisfying(
                        Deny.class, deny -> assertThat(deny.reason()).isEqualTo(DenyReason.TOO_MANY_QUESTIONS));
        slow.complete(Allow.NOTHING);
        assertThat(asked).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(Allow.NOTHING));
    }

    private CompletableFuture<Decision> ask() {
        return questions.answer(slow::join).toCompletableFuture();
    }
}
