package dev.mooring.controller.revocation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a plan looks at in a pod that names the mirror and has not finished.
 *
 * @param name its name
 * @param uid its identity
 * @param placedAt since when it has a node, to the second; null if it has none
 * @param grace how long it asks to be given when it is deleted
 * @param endsWithin how long its deletion gives it, if it is being deleted, else null
 * @param askedFor how long ago this process last asked for its end, or null if it never did
 */
record ConsumerFacts(
        String name,
        String uid,
        @Nullable Instant placedAt,
        Duration grace,
        @Nullable Duration endsWithin,
        @Nullable Duration askedFor) {}
