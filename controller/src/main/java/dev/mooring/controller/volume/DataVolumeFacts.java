package dev.mooring.controller.volume;

import dev.mooring.model.OriginStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the plan for a data volume looks at.
 *
 * @param name the data volume's name
 * @param claimName the claim that it names
 * @param deleting whether it is being deleted
 * @param held whether it carries our finalizer
 * @param home what it lives in
 * @param noted the storage that its status names, from the first time it was ready
 * @param claim the claim, or null if there is none
 * @param origin the volume behind the claim, or the noted one if the claim is gone, or null
 * @param taken whether an older data volume has the same claim
 * @param counts how much it is used
 */
record DataVolumeFacts(
        String name,
        String claimName,
        boolean deleting,
        boolean held,
        Home home,
        @Nullable OriginStatus noted,
        @Nullable ClaimFacts claim,
        @Nullable OriginFacts origin,
        boolean taken,
        Counts counts) {

    /** What the namespace of a data volume is. */
    enum Home {
        /** The namespace of a project that is ready. */
        PROJECT,
        /** No project's, or not yet. */
        NO_PROJECT,
        /** Being deleted; nothing may hold that up. */
        ENDING
    }
}
