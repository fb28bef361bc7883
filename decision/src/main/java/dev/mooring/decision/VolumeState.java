package dev.mooring.decision;

/** Whether a data volume can be mounted at present. */
public sealed interface VolumeState {
    /** Can be mounted. */
    record Ready() implements VolumeState {
        @Override
        public String why() {
            return "";
        }
    }

    /**
     * Can be mounted for reading; its storage cannot be written by others than its owner, whatever is shared.
     *
     * @param why what a user reads in the denial
     */
    record ReadOnly(String why) implements VolumeState {}

    /**
     * Cannot be mounted.
     *
     * @param why what a user reads in the denial
     */
    record NotReady(String why) implements VolumeState {}

    /** Returns the more cautious of two reports about one data volume, whichever is named first. */
    default VolumeState worse(VolumeState other) {
        int difference = gravity() - other.gravity();
        if (difference == 0) {
            return why().compareTo(other.why()) <= 0 ? this : other;
        }
        return difference > 0 ? this : other;
    }

    /** Returns why it is not simply ready; empty if it is. */
    String why();

    private int gravity() {
        return switch (this) {
            case Ready ignored -> 0;
            case ReadOnly ignored -> 1;
            case NotReady ignored -> 2;
        };
    }
}
