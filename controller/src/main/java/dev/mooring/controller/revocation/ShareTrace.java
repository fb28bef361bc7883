package dev.mooring.controller.revocation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the API server has recorded about a share that may have covered a mirror until lately.
 *
 * @param name its name
 * @param uid its identity
 * @param deletedAt when its deletion began, or null if it is not being deleted
 * @param expiredAt when it expired, or null if it has not
 * @param changedAt when somebody last changed more than its status, or null if that is not recorded
 * @param allows whether its access is enough for the mirror
 * @param inScope whether its scope contains the project at present
 */
record ShareTrace(
        String name,
        String uid,
        @Nullable Instant deletedAt,
        @Nullable Instant expiredAt,
        @Nullable Instant changedAt,
        boolean allows,
        boolean inScope) {}
