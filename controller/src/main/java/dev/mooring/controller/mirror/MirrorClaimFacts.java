package dev.mooring.controller.mirror;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a plan looks at in the claim that has a mirror's name.
 *
 * @param uid which of all claims that ever had the name
 * @param ours whether we made it
 * @param ending whether it is being deleted
 * @param dataVolumeUid the data volume that it mirrors, if it is ours
 * @param hasVolume whether its volume exists
 * @param heldBy the pods that are noted to keep it, empty if none are
 * @param unusedFor how long it has been noted to be without pods, or null if it is not noted so
 */
record MirrorClaimFacts(
        String uid,
        boolean ours,
        boolean ending,
        String dataVolumeUid,
        boolean hasVolume,
        String heldBy,
        @Nullable Duration unusedFor) {}
