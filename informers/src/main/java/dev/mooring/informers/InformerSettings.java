package dev.mooring.informers;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What informers of one process have in common.
 *
 * @param skippedNamespaces whose objects are taken for absent: Mooring's own namespace
 * @param meters where {@link InformerMetrics} are registered
 * @param clock says when an event arrived
 * @param chance what waits are drawn from; safe for use by several threads
 */
public record InformerSettings(
        Set<String> skippedNamespaces, MeterRegistry meters, InstantSource clock, RandomGenerator chance) {
    public InformerSettings {
        skippedNamespaces = Set.copyOf(skippedNamespaces);
    }
}
