package dev.mooring.decision;

/** Why a request is turned away. Labels are metric tags and audit annotations: they never change. */
public enum DenyReason {
    /** The namespace is no project, so nothing can have been shared with it. */
    NOT_A_PROJECT("NotAProject"),
    /** An annotation of ours cannot be parsed. */
    UNREADABLE_REFERENCE("UnreadableReference"),
    /** The data volume does not exist or is not shared with the project; which of the two is not told. */
    NOT_SHARED("NotShared"),
    /** A bare name fits data volumes of several projects. */
    AMBIGUOUS_REFERENCE("AmbiguousReference"),
    /** Write access is asked for, and only read access is granted. */
    SHARED_READ_ONLY("SharedReadOnly"),
    /** The data volume is shared, and its storage cannot be mounted at present. */
    NOT_READY("NotReady"),
    /** The mirror of an earlier share still goes away; its name is free once the last pod has let go of it. */
    MIRROR_ENDING("MirrorEnding"),
    /** A mirror's claim name is used in the origin project, which has no mirror of its own data. */
    MIRROR_IN_ORIGIN("MirrorInOrigin"),
    /** A claim name has our prefix and is not the name of any mirror. */
    UNREADABLE_CLAIM_NAME("UnreadableClaimName"),
    /** One pod would mount one data volume through two pod volumes, on which kubelet waits for ever. */
    SAME_VOLUME_TWICE("SameVolumeTwice"),
    /** The name of the pod volume that we would add belongs to something else. */
    VOLUME_NAME_TAKEN("VolumeNameTaken"),
    /** A mount path is equal to, inside or above another one of the same container. */
    MOUNT_PATH_CONFLICT("MountPathConflict"),
    /** A mount path would hide what a container needs to run. */
    FORBIDDEN_PATH("ForbiddenPath"),
    /** The containers annotation names a container that the pod does not have. */
    UNKNOWN_CONTAINER("UnknownContainer"),
    /** A data volume is used as a raw block device. */
    BLOCK_DEVICE("BlockDevice"),
    /** A mount of a data volume hands mounts back to the node. */
    MOUNT_PROPAGATION("MountPropagation"),
    /** A read-only mount has a sub-path that kubelet might create in the owner's storage. */
    SUB_PATH_EXPRESSION("SubPathExpression"),
    /** A pod volume or a mount of a read-only data volume is not read-only. */
    NOT_READ_ONLY("NotReadOnly"),
    /** A reference has no volume or no mount in the final pod. */
    NOT_MOUNTED("NotMounted"),
    /** The pod asks for an environment, a compute resource or a data source, which this version does not know. */
    ASSETS_NOT_AVAILABLE("AssetsNotAvailable"),
    /** A share names a data volume that its project does not have. */
    UNKNOWN_DATA_VOLUME("UnknownDataVolume"),
    /** A share names a project or department that does not exist. */
    UNKNOWN_TARGET("UnknownTarget"),
    /** A share's target exists and its namespace is still being made. */
    TARGET_NOT_YET("TargetNotYet", 429),
    /** A share's target is the project that owns the data volume. */
    SHARED_WITH_ORIGIN("SharedWithOrigin"),
    /** A field of a share that Mooring sets has another value. */
    FORGED_FIELD("ForgedField"),
    /** The webhook has not seen the whole cluster yet, or has lost sight of it. */
    VIEW_NOT_READY("ViewNotReady", 503),
    /** The object under review does not have the shape or the identity that its request says. */
    MALFORMED_OBJECT("MalformedObject", 400),
    /** The webhook was asked about something that it does not judge: its configuration was changed. */
    NOT_SERVED("NotServed", 400),
    /** The references of a pod would become more mounts than an object can hold. */
    TOO_MANY_MOUNTS("TooManyMounts");

    private final String label;
    private final int httpCode;

    DenyReason(String label) {
        this(label, 403);
    }

    DenyReason(String label, int httpCode) {
        this.label = label;
        this.httpCode = httpCode;
    }

    /** Returns the stable spelling for metrics and audit annotations. */
    public String label() {
        return label;
    }

    /** Returns the status code of the answer: 403 mostly; 429 or 503 where asking again soon will help. */
    public int httpCode() {
        return httpCode;
    }
}
