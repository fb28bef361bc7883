package dev.mooring.controller.revocation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API server has recorded from which the end of a grant can be told.
 *
 * @param mirrorMade when the mirror claim was made, and so was still covered
 * @param shares the shares of the data volume that may have covered the mirror
 * @param inPlaceSince since when at the latest the project is in its department, or null if that is not recorded
 * @param ends when that was deleted without which no share grants anything: the data volume, the projects and departments
 */
record GrantTraces(
        Instant mirrorMade,
        List<ShareTrace> shares,
        @Nullable Instant inPlaceSince,
        List<Instant> ends) {
    GrantTraces {
        shares = List.copyOf(shares);
        ends = List.copyOf(ends);
    }
}
