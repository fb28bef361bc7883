package dev.mooring.controller.volume;

import dev.mooring.controller.object.Readiness;
import dev.mooring.model.OriginStatus;
import dev.mooring.model.Phase;
import org.jspecify.annotations.Nullable;

/** What the status of a data volume says. */
record DataVolumeReport(Phase phase, @Nullable OriginStatus origin, Counts counts, Readiness readiness) {}
