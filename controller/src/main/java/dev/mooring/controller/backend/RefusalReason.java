package dev.mooring.controller.backend;

/** Why the data of a volume cannot be mirrored. */
public enum RefusalReason {
    /** The volume is a mirror of somebody else's data. */
    VOLUME_IS_MIRROR("VolumeIsMirror"),
    /** The volume is a raw device, which cannot be made read-only for others. */
    BLOCK_VOLUME("BlockVolume"),
    /** The volume is for one pod only. */
    SINGLE_POD_VOLUME("SinglePodVolume"),
    /** The volume can only be read, and writing is asked for. */
    VOLUME_IS_READ_ONLY("VolumeIsReadOnly"),
    /** The driver's storage is a file system on one device: a second mount beside a writer damages it or reads nonsense. */
    SINGLE_WRITER_STORAGE("SingleWriterStorage"),
    /** The data lies on one node, and an administrator has not allowed to mirror such. */
    NODE_LOCAL_STORAGE("NodeLocalStorage"),
    /** The driver needs other credentials for a mirror, and none are configured. */
    NODE_SECRET_MISSING("NodeSecretMissing"),
    /** The volume does not say enough about its storage to make a second one over it. */
    VOLUME_IS_INCOMPLETE("VolumeIsIncomplete"),
    /** The driver finds the key of the encrypted data by the first volume's handle only. */
    VOLUME_IS_ENCRYPTED("VolumeIsEncrypted"),
    /** The volume may show a snapshot, while its path leads to the data as it is now. */
    VOLUME_IS_SNAPSHOT("VolumeIsSnapshot"),
    /** The driver has a way of its own to share a volume, and knows nothing of others. */
    DRIVER_SHARES_ITSELF("DriverSharesItself"),
    /** Nobody has shown that a second volume does no harm. */
    DRIVER_UNKNOWN("DriverUnknown");

    private final String label;

    RefusalReason(String label) {
        this.label = label;
    }

    /** Returns the reason as conditions spell it; it never changes. */
    public String label() {
        return label;
    }
}
