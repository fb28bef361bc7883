package dev.mooring.controller.reconcile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** The meters of one work queue, named as client-go names them ({@code workqueue_depth} and so on in Prometheus). */
final class WorkQueueMetrics {
    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter adds;
    private final Counter retries;
    private final Timer waited;
    private final Timer worked;

    /** Registers the meters of the queue of {@code controller}. */
    WorkQueueMetrics(MeterRegistry registry, String controller) {
        this.registry = registry;
        tags = Tags.of("name", controller, "controller", controller);
        adds = registry.counter("workqueue.adds", tags);
        retries = registry.counter("workqueue.retries", tags);
        waited = registry.timer("workqueue.queue.duration", tags);
        worked = registry.timer("workqueue.work.duration", tags);
    }

    /** Registers how many keys are ready at any time. */
    void depth(Supplier<Number> depth) {
        Gauge.builder("workqueue.depth", depth).tags(tags).register(registry);
    }

    /** Counts a key that became ready. */
    void added() {
        adds.increment();
    }

    /** Counts a key that is tried again after a failure. */
    void retried() {
        retries.increment();
    }

    /** Records how long a key was ready before it was taken. */
    void waited(long nanos) {
        waited.record(Duration.ofNanos(nanos));
    }

    /** Records how long the work on a key took. */
    void worked(long nanos) {
        worked.record(Duration.ofNanos(nanos));
    }
}
