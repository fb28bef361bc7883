package dev.mooring.controller.mirror;

/** What there is to say about a mirror once nothing is left to do. */
enum MirrorReport {
    /** Nothing. */
    FINE,
    /** A claim that is not ours has the mirror's name; its owner must remove it. */
    NAME_TAKEN
}
