package dev.mooring.controller.reconcile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** The meters of one reconciler, named as controller-runtime names them ({@code controller_runtime_reconcile_total}). */
final class ReconcileMetrics {
    private final Counter success;
    private final Counter requeueAfter;
    private final Counter error;
    private final Counter errors;
    private final Timer time;

    /** Registers the meters of {@code controller}, all results at nought. */
    ReconcileMetrics(MeterRegistry registry, String controller) {
        var tags = Tags.of("controller", controller);
        success = registry.counter("controller.runtime.reconcile", tags.and("result", "success"));
        requeueAfter = registry.counter("controller.runtime.reconcile", tags.and("result", "requeue_after"));
        error = registry.counter("controller.runtime.reconcile", tags.and("result", "error"));
        errors = registry.counter("controller.runtime.reconcile.errors", tags);
        time = registry.timer("controller.runtime.reconcile.time", tags);
    }

    /** Counts one reconciliation that took {@code nanos}. */
    void ended(Reconciled outcome, long nanos) {
        time.record(Duration.ofNanos(nanos));
        switch (outcome) {
            case Reconciled.Done ignored -> success.increment();
            case Reconciled.RetryAfter ignored -> requeueAfter.increment();
            case Reconciled.Failed ignored -> {
                error.increment();
                errors.increment();
            }
        }
    }
}
