package dev.mooring.controller;

import dev.mooring.controller.object.FieldManager;
import dev.mooring.controller.reconcile.Backoff;
import dev.mooring.controller.reconcile.ReconcileLoop;
import dev.mooring.controller.reconcile.Rounds;
import dev.mooring.controller.reconcile.Steps;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Makes the loops of one process, which differ in their steps only. */
record LoopFactory(Surroundings surroundings, MeterRegistry meters) {
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** Returns a loop that works on {@code workers} keys at a time. */
    <K, O, F, A, R> ReconcileLoop<K> loop(String name, int workers, Steps<K, O, F, A, R> steps) {
        return new ReconcileLoop<>(
                name,
                workers,
                new Rounds<>(steps, FieldManager::isOutdated),
                new Backoff(FIRST_WAIT, LONGEST_WAIT, surroundings.chance()),
                surroundings.nanoTime(),
                meters);
    }
}
