package dev.mooring.controller.volume;

import dev.mooring.controller.object.ObjectKey;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the data volumes whose storage can be reached past their mirrors ({@code mooring_data_volumes_aliased}). */
final class AliasMetrics {
    private final Set<ObjectKey> aliased = ConcurrentHashMap.newKeySet();

    /** Registers the gauge, at nought. */
    AliasMetrics(MeterRegistry meters) {
        Gauge.builder("mooring.data.volumes.aliased", aliased, Set::size)
                .description("Data volumes whose storage PersistentVolumes lead to that are no mirrors.")
                .register(meters);
    }

    /** Takes note of whether a data volume has such volumes. */
    void found(ObjectKey dataVolume, boolean any) {
        if (any) {
            aliased.add(dataVolume);
        } else {
            aliased.remove(dataVolume);
        }
    }
}
