package dev.mooring.controller.revocation;

import dev.mooring.model.RevokeMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is noted on the mirror claim.
 *
 * @param onRevoke what happens to its consumers when the last grant ends
 * @param revokedAt when the last grant had ended at the latest, or null if it is not noted to have
 * @param untold the shares that ended then, while people are still to be told of it; null once they have been
 */
record MirrorNotes(
        RevokeMode onRevoke,
        @Nullable Instant revokedAt,
        @Nullable List<EndedShare> untold) {
    MirrorNotes {
        untold = untold == null ? null : List.copyOf(untold);
    }
}
