package dev.mooring.controller.revocation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API server has recorded from which the end of a grant can be told.
 *
 * @param inForceAt when a grant was in force for certain: at first when the mirror claim was made
 * @param shares the shares of the data volume that may have covered the mirror
 * @param inPlaceSince since when at the latest the project is in its department, or null if that is not recorded
 * @param ends when that was deleted without which no share grants anything: the data volume, the projects and departments
 */
record GrantTraces(
        Instant inForceAt,
        List<ShareTrace> shares,
        @Nullable Instant inPlaceSince,
        List<Instant> ends) {
    GrantTraces {
        shares = List.copyOf(shares);
        ends = List.copyOf(ends);
    }

    /**
     * Returns these traces when a grant was seen in force, too, at {@code time}: what had ended before has not ended it. Kubernetes
     * notes times to the second, so the fraction does not count.
     */
    GrantTraces inForceAt(@Nullable Instant time) {
        var second = time == null ? inForceAt : time.truncatedTo(ChronoUnit.SECONDS);
        return second.isAfter(inForceAt) ? new GrantTraces(second, shares, inPlaceSince, ends) : this;
    }
}
