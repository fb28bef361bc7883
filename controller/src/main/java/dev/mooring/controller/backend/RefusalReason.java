package dev.mooring.controller.backend;

import dev.mooring.decision.Reason;

/** Why the data of a volume cannot be mirrored. Labels never change. */
public enum RefusalReason implements Reason {
    VOLUME_IS_MIRROR(
            "VolumeIsMirror",
            "The volume is a mirror of somebody else's data.",
            "Ask the project that owns the data to share it."),

    BLOCK_VOLUME(
            "BlockVolume",
            "The volume is a raw device, which cannot be made read-only for others.",
            "Use a claim with volumeMode Filesystem on shared storage."),

    SINGLE_POD_VOLUME(
            "SinglePodVolume",
            "The volume is for one pod only.",
            "Use a claim with access mode ReadWriteMany or ReadOnlyMany."),

    VOLUME_IS_READ_ONLY(
            "VolumeIsReadOnly",
            "The volume can only be read, and writing is asked for.",
            "Share it for reading, or use a claim with ReadWriteMany."),

    SINGLE_WRITER_STORAGE(
            "SingleWriterStorage",
            "The storage is a file system on one device: a second mount beside a writer damages it or "
                    + "reads nonsense.",
            "Copy the data to a claim on shared storage, such as NFS, and share that."),

    NODE_LOCAL_STORAGE(
            "NodeLocalStorage",
            "The data lies on one node, and an administrator has not allowed to mirror such.",
            "Use a claim on shared storage, or have an administrator allow it by the setting that the "
                    + "message names."),

    NODE_SECRET_MISSING(
            "NodeSecretMissing",
            "The driver needs other credentials for a mirror, and none are configured.",
            "Have an administrator give them by the setting that the message names."),

    VOLUME_IS_INCOMPLETE(
            "VolumeIsIncomplete",
            "The volume does not say enough about its storage to make a second one over it.",
            "Use a claim whose volume the driver made, or complete the attributes that the message " + "names."),

    VOLUME_IS_ENCRYPTED(
            "VolumeIsEncrypted",
            "The driver finds the key of the encrypted data by the first volume's handle only.",
            "Use a claim without encryption by the driver."),

    VOLUME_IS_SNAPSHOT(
            "VolumeIsSnapshot",
            "The volume may show a snapshot, while its path leads to the data as it is now.",
            "Use a claim with a copy of the snapshot's data."),

    DRIVER_SHARES_ITSELF(
            "DriverSharesItself",
            "The driver has a way of its own to share a volume, and knows nothing of others.",
            "Use the driver's own way, which the message names."),

    DRIVER_UNKNOWN(
            "DriverUnknown",
            "Nobody has shown that a second volume of this driver does no harm.",
            "Use a claim on shared storage, or have an administrator vouch for the driver by the "
                    + "setting that the message names.");

    private final String label;
    private final String cause;
    private final String remedy;

    RefusalReason(String label, String cause, String remedy) {
        this.label = label;
        this.cause = cause;
        this.remedy = remedy;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String cause() {
        return cause;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
