package dev.mooring.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReconcileLoopTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), new Random(1));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BlockingQueue<String> reconciled = new LinkedBlockingQueue<>();
    private final AtomicReference<Reconciler<String>> answer = new AtomicReference<>(key -> Reconciled.DONE);
    private final ReconcileLoop<String> loop =
            new ReconcileLoop<>("test", 2, this::reconcile, BACKOFF, System::nanoTime, meters);

    private Reconciled reconcile(String key) {
        reconciled.add(key);
        return answer.get().reconcile(key);
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void worksOnKeysThatCameBeforeItStarted() throws InterruptedException {
        loop.add("a");
        loop.start();

        assertThat(next()).isEqualTo("a");
    }

    @Test
    void triesAgainWhatFailed() throws InterruptedException {
        answer.set(key -> new Reconciled.Failed(new IllegalStateException("broken")));
        loop.add("a");
        loop.start();

        assertThat(next()).isEqualTo("a");
        assertThat(next()).isEqualTo("a");
    }

    @Test
    void triesAgainWhatThrew() throws InterruptedException {
        answer.set(key -> {
            throw new IllegalStateException("broken");
        });
        loop.add("a");
        loop.start();

        assertThat(next()).isEqualTo("a");
        assertThat(next()).isEqualTo("a");
    }

    @Test
    void looksAgainWhenItWasAskedTo() throws InterruptedException {
        answer.set(key -> new Reconciled.RetryAfter(Duration.ofMillis(1)));
        loop.add("a");
        loop.start();

        assertThat(next()).isEqualTo("a");
        assertThat(next()).isEqualTo("a");
    }

    @Test
    void waitsForWhatEndsInTenThousandYears() {
        loop.addAfter("a", Duration.ofDays(10_000 * 365L));

        assertThat(reconciled).isEmpty();
    }

    @Test
    void countsEachResultAsControllerRuntimeDoes() {
        loop.reconcile("a");
        answer.set(key -> new Reconciled.RetryAfter(Duration.ofDays(1)));
        loop.reconcile("b");
        loop.reconcile("b");

        assertThat(count("success")).isEqualTo(1);
        assertThat(count("requeue_after")).isEqualTo(2);
        assertThat(count("error")).isEqualTo(0);
    }

    private double count(String result) {
        return meters.get("controller.runtime.reconcile")
                .tag("controller", "test")
                .tag("result", result)
                .counter()
                .count();
    }

    private String next() throws InterruptedException {
        var key = reconciled.poll(10, TimeUnit.SECONDS);
        return key == null ? "nothing" : key;
    }
}
