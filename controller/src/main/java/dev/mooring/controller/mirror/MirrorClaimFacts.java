package dev.mooring.controller.mirror;

/**
 * What a plan looks at in the claim that has a mirror's name.
 *
 * @param uid which of all claims that ever had the name
 * @param ours whether we made it
 * @param ending whether it is being deleted
 * @param dataVolumeUid the data volume that it mirrors, if it is ours
 * @param hasVolume whether its volume exists
 */
record MirrorClaimFacts(String uid, boolean ours, boolean ending, String dataVolumeUid, boolean hasVolume) {}
