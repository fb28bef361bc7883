package dev.mooring.controller.volume;

import dev.mooring.controller.object.Readiness;
import dev.mooring.model.OriginStatus;
import dev.mooring.model.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What the status of a data volume says.
 *
 * @param readiness whether it may be mounted
 * @param writable whether it may be shared for writing; null as long as it may not be mounted at all
 * @param aliased that others lead to its storage; null if none does
 */
record DataVolumeReport(
        Phase phase,
        @Nullable OriginStatus origin,
        Counts counts,
        Readiness readiness,
        @Nullable Readiness writable,
        @Nullable Readiness aliased) {}
