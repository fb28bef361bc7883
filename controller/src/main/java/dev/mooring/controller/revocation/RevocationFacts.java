package dev.mooring.controller.revocation;

import dev.mooring.model.RevokeMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the plan for the consumers of one mirror looks at.
 *
 * @param covered whether a grant covers the very data volume that the mirror is of
 * @param left how long that grant lasts, or null if there is none or it has no end
 * @param mirror whether the claim is there, and what is noted on it
 * @param onRevoke what the shares say about running consumers, or null if none has a say any more
 * @param traces what is recorded of the end of the grant, or null if no end is to be noted
 * @param consumers the pods that name the mirror
 * @param deadline how long after the revocation evicting ends and deleting begins
 * @param now the time of day
 */
record RevocationFacts(
        boolean covered,
        @Nullable Duration left,
        Mirror mirror,
        @Nullable RevokeMode onRevoke,
        @Nullable GrantTraces traces,
        List<ConsumerFacts> consumers,
        Duration deadline,
        Instant now) {

    RevocationFacts {
        consumers = List.copyOf(consumers);
    }

    /** What has the mirror's name. */
    sealed interface Mirror {
        /** No claim: a pod that was placed before the revocation would have kept it. */
        record Absent() implements Mirror {}

        /** A claim that we did not make. */
        record Foreign() implements Mirror {}

        /** The mirror claim. */
        record Present(MirrorNotes notes) implements Mirror {}
    }
}
