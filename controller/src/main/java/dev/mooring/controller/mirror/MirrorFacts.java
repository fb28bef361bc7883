package dev.mooring.controller.mirror;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the plan for a mirror looks at.
 *
 * @param wanted whether a pod names it, or a share asks for it at once
 * @param grant what the shares say
 * @param left how long the grant lasts, or null if it has no end
 * @param claim the claim of the mirror's name, or null if there is none
 * @param leftovers names of the volumes of earlier claims of that name, those that are being deleted left out
 * @param heldBy the pods that keep the claim from going, as text
 * @param grace how long a mirror that no pod uses is kept
 * @param namespaceEnding whether the namespace is being deleted
 * @param awaitsRevocation whether pods name the claim for which nobody has carried a revocation out yet, should there be one
 */
record MirrorFacts(
        boolean wanted,
        Grant grant,
        @Nullable Duration left,
        @Nullable MirrorClaimFacts claim,
        List<String> leftovers,
        String heldBy,
        Duration grace,
        boolean namespaceEnding,
        boolean awaitsRevocation) {
    MirrorFacts {
        leftovers = List.copyOf(leftovers);
    }
}
