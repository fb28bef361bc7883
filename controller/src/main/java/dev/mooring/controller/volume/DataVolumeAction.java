package dev.mooring.controller.volume;

/** One change that brings a data volume nearer to what it should be. */
sealed interface DataVolumeAction {
    /** Asks to be heard before the data volume is gone; comes before everything that must be undone. */
    record AddFinalizer() implements DataVolumeAction {}

    /** Writes the data volume's name onto its claim. */
    record LabelClaim(String dataVolume) implements DataVolumeAction {}

    /**
     * Keeps the data when the claim is deleted, and notes the policy that was there before, even if it is the same: with the
     * note on it nobody else changes the policy.
     */
    record RetainOrigin(String policyBefore) implements DataVolumeAction {}

    /** Gives the origin volume back the policy that it had. */
    record RestoreOrigin(String policy) implements DataVolumeAction {}

    /** Takes the data volume's name off its claim. */
    record UnlabelClaim() implements DataVolumeAction {}

    /** Lets the data volume go. */
    record RemoveFinalizer() implements DataVolumeAction {}
}
