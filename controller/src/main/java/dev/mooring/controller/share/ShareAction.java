package dev.mooring.controller.share;

/** One change of a share; both ends of a grant have one. */
enum ShareAction {
    /** Asks to be heard before the share is gone. */
    ADD_FINALIZER,
    /** Lets the share go: from now on no replica of the webhook can still believe in it. */
    REMOVE_FINALIZER
}
