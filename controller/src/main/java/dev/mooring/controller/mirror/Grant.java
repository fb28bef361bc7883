package dev.mooring.controller.mirror;

/** What the shares say about one data volume in one project. */
sealed interface Grant {
    /** Nothing: it is not shared, not any more, or it does not exist. */
    record None() implements Grant {}

    /** It is shared, but it cannot be mounted at present: what is there stays, nothing new is made. */
    record Dormant(String dataVolumeUid) implements Grant {}

    /** It is shared and its storage can be mirrored. */
    record InForce(String dataVolumeUid) implements Grant {}
}
