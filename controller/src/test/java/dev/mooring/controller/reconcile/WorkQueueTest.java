package dev.mooring.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkQueueTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND.toNanos() / 2);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WorkQueue<String> queue = new WorkQueue<>(now::get, new WorkQueueMetrics(meters, "test"));

    @Test
    void keysComeOutInTheOrderInWhichTheyCameIn() {
        queue.add("a");
        queue.add("b");

        assertThat(queue.poll()).contains("a");
        assertThat(queue.poll()).contains("b");
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aKeyThatWaitsIsThereOnce() {
        queue.add("a");
        queue.add("a");

        assertThat(queue.poll()).contains("a");
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aKeyThatIsWorkedOnIsNotGivenOutASecondTime() {
        queue.add("a");
        queue.poll();
        queue.add("a");

        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aKeyThatWasWokenUpWhileItWasWorkedOnComesBack() {
        queue.add("a");
        queue.poll();
        queue.add("a");
        queue.done("a");

        assertThat(queue.poll()).contains("a");
    }

    @Test
    void aKeyThatWasNotWokenUpDoesNotComeBack() {
        queue.add("a");
        queue.poll();
        queue.done("a");

        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aDelayedKeyComesOutWhenItsTimeHasComeAcrossTheEndOfTheClock() {
        queue.addAfter("a", SECOND);

        assertThat(queue.poll()).isEmpty();
        now.addAndGet(SECOND.toNanos());
        assertThat(queue.poll()).contains("a");
    }

    @Test
    void theEarlierOfTwoDelaysCounts() {
        queue.addAfter("a", SECOND.multipliedBy(2));
        queue.addAfter("a", SECOND);
        queue.addAfter("a", SECOND.multipliedBy(3));
        now.addAndGet(SECOND.toNanos());

        assertThat(queue.poll()).contains("a");
        queue.done("a");
        now.addAndGet(SECOND.toNanos() * 5);
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aWakeUpOverridesADelay() {
        queue.addAfter("a", SECOND);
        queue.add("a");

        assertThat(queue.poll()).contains("a");
        queue.done("a");
        now.addAndGet(SECOND.toNanos());
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void aDelayThatEndsWhileTheKeyIsWorkedOnBringsItBack() {
        queue.add("a");
        queue.poll();
        queue.addAfter("a", SECOND);
        now.addAndGet(SECOND.toNanos());

        assertThat(queue.poll()).isEmpty();
        queue.done("a");
        assertThat(queue.poll()).contains("a");
    }

    @Test
    void takeWaitsForAKey() throws InterruptedException {
        var taker = Thread.ofVirtual().start(() -> queue.add("a"));

        assertThat(queue.take()).contains("a");
        taker.join();
    }

    @Test
    void takeReturnsNothingOnceTheQueueIsClosed() throws InterruptedException {
        queue.add("a");
        queue.close();

        assertThat(queue.take()).isEmpty();
    }

    @Test
    void countsWhatClientGoCounts() {
        queue.add("a");
        queue.add("a");
        queue.add("b");
        now.addAndGet(SECOND.toNanos());
        queue.poll();

        assertThat(meters.get("workqueue.depth").tag("name", "test").gauge().value())
                .isEqualTo(1);
        assertThat(meters.get("workqueue.adds").counter().count()).isEqualTo(2);
        assertThat(meters.get("workqueue.queue.duration").timer().totalTime(java.util.concurrent.TimeUnit.SECONDS))
                .isEqualTo(1);
    }
}
