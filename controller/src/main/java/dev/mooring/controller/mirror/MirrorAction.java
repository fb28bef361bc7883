package dev.mooring.controller.mirror;

/** One change that brings a mirror nearer to what it should be. */
sealed interface MirrorAction {
    /** Makes the claim; comes before its volume, whose name and reference are made of the claim's UID. */
    record MakeClaim() implements MirrorAction {}

    /** Makes the volume of the claim that was observed. */
    record MakeVolume(String claimUid) implements MirrorAction {}

    /** Notes on the claim that no pod uses it from now on. */
    record NoteUnused(String claimUid) implements MirrorAction {}

    /** Notes on the claim that it is used again. */
    record NoteUsed(String claimUid) implements MirrorAction {}

    /** Notes on a claim that is being deleted which pods keep it; the webhook tells who waits for its name. */
    record NoteHolders(String claimUid, String pods) implements MirrorAction {}

    /** Deletes the claim that was observed; pods that still run keep it alive to their end. */
    record DeleteClaim(String claimUid) implements MirrorAction {}

    /** Deletes a volume whose claim is gone; the data behind it stays. */
    record DeleteVolume(String volume) implements MirrorAction {}
}
