package dev.mooring.informers;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Set;

/**
 * What informers of one process have in common.
 *
 * @param skippedNamespaces whose objects are taken for absent: Mooring's own namespace
 * @param meters where {@link InformerMetrics} are registered
 * @param clock says when an event arrived
 */
public record InformerSettings(Set<String> skippedNamespaces, MeterRegistry meters, InstantSource clock) {
    public InformerSettings {
        skippedNamespaces = Set.copyOf(skippedNamespaces);
    }
}
