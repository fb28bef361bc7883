package dev.mooring.controller.revocation;

import dev.mooring.model.RevokeMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a pod that is there without a grant has before it, for whoever deals with it and for whoever counts it. */
public enum Prospect {
    /** Mooring leaves it alone, and nobody has asked for its end. */
    STAYS,

    /** It is being evicted or deleted, by Mooring or by others, or is about to be. */
    GOES;

    /**
     * Returns the prospect of a pod whose mirror is there.
     *
     * @param onRevoke what is noted to happen to its consumers
     * @param revokedAt when the last grant ended, or null if that is not noted yet
     * @param placedAt since when the pod has a node, or null if it has none
     * @param isEnding whether it is being deleted
     */
    public static Prospect of(
            RevokeMode onRevoke, @Nullable Instant revokedAt, @Nullable Instant placedAt, boolean isEnding) {
        return isEnding || onRevoke == RevokeMode.EVICT || isLate(placedAt, revokedAt) ? GOES : STAYS;
    }

    /** Returns the prospect of a pod without a mirror: had it got its node in time, it would have kept that. */
    public static Prospect withoutMirror(@Nullable Instant placedAt, boolean isEnding) {
        return isEnding || placedAt != null ? GOES : STAYS;
    }

    /** Returns whether a pod got its node after the end. */
    static boolean isLate(@Nullable Instant placedAt, @Nullable Instant revokedAt) {
        return placedAt != null && revokedAt != null && placedAt.isAfter(revokedAt);
    }
}
