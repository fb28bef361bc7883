package dev.mooring.controller.revocation;

import dev.mooring.model.RevokeMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about the consumers of a mirror.
 *
 * @param revoked the revocation, or null if a grant covers the mirror or nobody noted one
 * @param kept the pods that run on without a grant
 * @param ending how many pods are there without a grant and are to go
 */
record RevocationReport(@Nullable Revoked revoked, List<ConsumerFacts> kept, int ending) {
    static final RevocationReport NOTHING = new RevocationReport(null, List.of(), 0);

    RevocationReport {
        kept = List.copyOf(kept);
    }

    /** Since when no grant covers the mirror, and what happens to those that run. */
    record Revoked(Instant at, RevokeMode mode) {}
}
