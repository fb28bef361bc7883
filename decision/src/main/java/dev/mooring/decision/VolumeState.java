package dev.mooring.decision;

/** Whether a data volume can be mounted at present. */
public sealed interface VolumeState {
    /** Can be mounted. */
    record Ready() implements VolumeState {}

    /**
     * Cannot be mounted.
     *
     * @param why what a user reads in the denial
     */
    record NotReady(String why) implements VolumeState {}

    /** Returns the more cautious of two reports about one data volume, whichever is named first. */
    default VolumeState worse(VolumeState other) {
        if (this instanceof NotReady mine && other instanceof NotReady theirs) {
            return mine.why.compareTo(theirs.why) <= 0 ? mine : theirs;
        }
        return this instanceof NotReady ? this : other;
    }
}
