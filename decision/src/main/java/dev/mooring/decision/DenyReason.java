package dev.mooring.decision;

/** Why a request is turned away. Labels are metric tags and audit annotations: they never change. */
public enum DenyReason implements Reason {
    NOT_A_PROJECT(
            "NotAProject",
            "The namespace is no project's, or its project is not ready, so nothing can have been " + "shared with it.",
            "Run it in a project's namespace, or ask for this namespace to become a project's."),

    SUBMITTER_SEES_NOTHING(
            "SubmitterSeesNothing",
            "Who submits the pod or workload may not `get datavolumes` in its namespace.",
            "Ask for an access rule with a role that reads data volumes, such as l2-researcher; `kubectl auth can-i get "
                    + "datavolumes.mooring.dev` says whether you have one."),

    SUBMITTER_UNKNOWN(
            "SubmitterUnknown",
            429,
            "No access rule names who submits the pod or workload, and the API server does not say at present whether he "
                    + "may see data volumes.",
            "Try again; if it lasts, see `mooring_access_reviews_total` and the log of the webhook."),

    UNREADABLE_REFERENCE(
            "UnreadableReference",
            "An annotation of ours cannot be parsed.",
            "Write references as `[project/]name[:path][:ro|rw]`, with commas between them; the "
                    + "message names the column."),

    NOT_SHARED(
            "NotShared",
            "The data volume does not exist or is not shared with the project, or the share has "
                    + "ended; which of these is not told.",
            "Use one of those that the message names, or ask the owner of the data to share it."),

    AMBIGUOUS_REFERENCE(
            "AmbiguousReference", "A bare name fits data volumes of several projects.", "Write `project/name`."),

    SHARED_READ_ONLY(
            "SharedReadOnly",
            "Write access is asked for, and only read access is granted.",
            "Leave `:rw` out, mount the `dv.` claim, or ask the owner for a share with access " + "ReadWrite."),

    NOT_READY(
            "NotReady",
            "The data volume is shared, and its storage cannot be mounted at present.",
            "Wait, or see the condition Ready of the data volume, which the message repeats."),

    MIRROR_ENDING(
            "MirrorEnding",
            "The mirror of an earlier share still goes away, and has the name that a new one needs.",
            "End the pods or take off the finalizers that the message names, then create this again."),

    MIRROR_IN_ORIGIN(
            "MirrorInOrigin",
            "A mirror's claim name is used in the project that owns the data, which has no mirror of " + "it.",
            "Mount the claim that the message names."),

    UNREADABLE_CLAIM_NAME(
            "UnreadableClaimName",
            "A claim name begins as mirrors' names do and is not the name of any mirror.",
            "Write `dv.<project>.<name>` or `dvrw.<project>.<name>`."),

    SAME_VOLUME_TWICE(
            "SameVolumeTwice",
            "One pod would mount one data volume through two pod volumes, on which kubelet waits for " + "ever.",
            "Mount one pod volume at both paths."),

    VOLUME_NAME_TAKEN(
            "VolumeNameTaken",
            "The name of the pod volume that would be added belongs to something else.",
            "Rename the pod's volume."),

    MOUNT_PATH_CONFLICT(
            "MountPathConflict",
            "A mount path is equal to, inside or above another one of the same container.",
            "Give one of them another path, as in `imagenet:/mnt/imagenet`."),

    FORBIDDEN_PATH(
            "ForbiddenPath",
            "A mount path would hide what a container needs to run.",
            "Mount below a directory of its own, such as `/data`."),

    UNKNOWN_CONTAINER(
            "UnknownContainer",
            "The annotation `mooring.dev/containers` names a container that the pod does not have.",
            "Correct the name, or leave the annotation out for all containers."),

    BLOCK_DEVICE(
            "BlockDevice",
            "A data volume is used as a raw block device.",
            "Use volumeMounts in place of volumeDevices."),

    MOUNT_PROPAGATION(
            "MountPropagation",
            "A mount of a data volume hands mounts back to the node.",
            "Leave mountPropagation out, or set it to None."),

    SUB_PATH_EXPRESSION(
            "SubPathExpression",
            "A read-only mount has a subPathExpr, which kubelet might create in the owner's storage.",
            "Use subPath with a directory that exists."),

    NOT_READ_ONLY(
            "NotReadOnly",
            "A pod volume or a mount of a read-only data volume is not read-only.",
            "Set `readOnly: true` on the pod's volume and on the mount."),

    NOT_MOUNTED(
            "NotMounted",
            "A reference has no volume or no mount in the final pod, though something took it out "
                    + "after it was added.",
            "See which other admission webhook changes the pod."),

    ASSETS_NOT_AVAILABLE(
            "AssetsNotAvailable",
            "The pod asks for an environment, a compute resource or a data source, which this version "
                    + "does not know.",
            "Take the annotation off."),

    UNKNOWN_DATA_VOLUME(
            "UnknownDataVolume",
            "A share names a data volume that its project does not have.",
            "Make the data volume first, or correct the name."),

    UNKNOWN_TARGET(
            "UnknownTarget",
            "A share names a project or department that does not exist, or none; who may not share with everybody is told "
                    + "`TargetNotYours`.",
            "Correct the kind or the name."),

    TARGET_NOT_YET(
            "TargetNotYet",
            429,
            "A share's target exists and its namespace is still being made.",
            "Try again after a second."),

    SHARED_WITH_ORIGIN(
            "SharedWithOrigin",
            "A share's target is the project that owns the data volume.",
            "Nothing needs to be shared with it: its pods mount the data already."),

    FORGED_FIELD(
            "ForgedField",
            "A field that Mooring sets has another value.",
            "Leave the field out; to share with somebody else make another share."),

    VIEW_NOT_READY(
            "ViewNotReady",
            503,
            "The webhook has not seen the whole cluster yet, or has lost sight of it.",
            "Try again; if it lasts, see `/readyz` and the log of the webhook."),

    VIEW_TOO_OLD(
            "ViewTooOld",
            429,
            "The webhook has not heard of the cluster's changes for more than two seconds, so what it knows to be "
                    + "shared may be over.",
            "Try again; if it lasts, see `mooring_view_age_seconds` and docs/revocation.md."),

    TOO_MANY_QUESTIONS(
            "TooManyQuestions",
            429,
            "Questions are answered one after another, so that no pod waits for them, and too many wait already.",
            "Ask again after a second."),

    MALFORMED_OBJECT(
            "MalformedObject",
            400,
            "The object under review does not have the shape or the identity that its request says.",
            "Report it: an API server does not send such reviews."),

    NOT_SERVED(
            "NotServed",
            400,
            "The webhook was asked about something that it does not judge: its configuration was " + "changed.",
            "Install the chart's webhook configurations again."),

    TOO_MANY_MOUNTS(
            "TooManyMounts",
            "The references of a pod would become more mounts than an object can hold.",
            "Name the containers that need them in `mooring.dev/containers`."),

    NOT_WRITABLE(
            "NotWritable",
            "The data volume is shared for writing, and its storage cannot be written by several " + "projects.",
            "Leave `:rw` out or mount the `dv.` claim; the message says what kind of storage the "
                    + "owner would need."),

    STORAGE_HELD(
            "StorageHeld",
            "A volume written in a pod, or a new PersistentVolume, names storage that a data volume of another "
                    + "project holds, or that lies in it or around it.",
            "Mount the data volume by the annotation or the `dv.` claim; in the project that owns the data, reserve "
                    + "the volume for its claim by `spec.claimRef`."),

    SAME_STORAGE_TWICE(
            "SameStorageTwice",
            "One pod would mount two volumes of one handle, one of which is a data volume's, on which kubelet waits for ever.",
            "Mount one of the two.");

    private static final int FORBIDDEN = 403;

    private final String label;
    private final int httpCode;
    private final String cause;
    private final String remedy;

    DenyReason(String label, String cause, String remedy) {
        this(label, FORBIDDEN, cause, remedy);
    }

    DenyReason(String label, int httpCode, String cause, String remedy) {
        this.label = label;
        this.httpCode = httpCode;
        this.cause = cause;
        this.remedy = remedy;
    }

    @Override
    public String label() {
        return label;
    }

    /** Returns the status code of the answer: 403 mostly; 429 or 503 where asking again soon will help. */
    public int httpCode() {
        return httpCode;
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
