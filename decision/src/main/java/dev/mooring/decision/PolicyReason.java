package dev.mooring.decision;

/** Why one of the chart's admission policies turns something away. The policies write the labels, which never change. */
public enum PolicyReason implements Reason {
    RESERVED_NAME(
            "ReservedName",
            "A claim, volume, RoleBinding or Role has a name that belongs to what Mooring makes itself.",
            "Choose another name."),

    RESERVED_CLASS(
            "ReservedClass",
            "A claim, volume or StorageClass says `mooring-mirror`, which is the class of mirrors.",
            "Use another class; share a data volume to have a mirror made."),

    RESERVED_VOLUME(
            "ReservedVolume",
            "A claim names the volume of a mirror.",
            "Leave `spec.volumeName` out; mount the data volume by the annotation or the `dv.` claim."),

    RESERVED_SELECTOR(
            "ReservedSelector", "A claim selects volumes by labels of Mooring's.", "Select by labels of your own."),

    RESERVED_CLAIM(
            "ReservedClaim",
            "A volume is meant for a claim with a mirror's name.",
            "Leave `spec.claimRef` out, or name a claim of your own."),

    RESERVED_CLAIM_TEMPLATE(
            "ReservedClaimTemplate",
            "A claim that a pod or StatefulSet would have made for it would be a mirror, a copy of one, or named like one.",
            "Rename the volume or template; take the claim of a data volume by its name, not by a template."),

    RESERVED_LABEL(
            "ReservedLabel",
            "A label `mooring.dev/…` of a namespace, claim or volume is added, changed or taken away.",
            "Leave these labels as they are: the controller writes them."),

    RESERVED_ANNOTATION(
            "ReservedAnnotation",
            "An annotation `mooring.dev/…` that the controller writes is added, changed or taken away.",
            "Leave it as it is; on namespaces only `mooring.dev/adopt` is for people."),

    RESERVED_NAMESPACE(
            "ReservedNamespace",
            "A project or department would have a namespace that is Mooring's own, the cluster scope's or exempt.",
            "Choose another name."),

    OUR_NAMESPACE(
            "OurNamespace",
            "An object of Mooring's kinds is made or changed in the release's own namespace, where only heartbeats live.",
            "Make it in the namespace of its scope."),

    MIRROR_FROZEN(
            "MirrorFrozen",
            "The spec of a mirror, claim or volume, would change.",
            "Change the claim of the project that owns the data."),

    FOREIGN_FINALIZER(
            "ForeignFinalizer",
            "A mirror, or a binding of Mooring's, would get a finalizer that keeps it after it has ended.",
            "Leave the finalizer out."),

    COPY_OF_MIRROR(
            "CopyOfMirror",
            "A clone or snapshot would be made of a mirror, and outlive the share.",
            "Ask the owner of the data for a copy; for group snapshots select what does not carry `mooring.dev/mirror`."),

    INLINE_VOLUME(
            "InlineVolume",
            "A pod writes down storage itself, which `inlineVolumes.inPods: refuse` of the chart forbids in projects.",
            "Mount a claim, or a data volume."),

    PRIVILEGED_CONTAINER(
            "PrivilegedContainer",
            "A container beside a mirror is privileged or has `SYS_ADMIN`, and could mount the data writable.",
            "Run it without, or in a pod of its own; `policies.nodeAccess: allow` of the chart lets it run."),

    HOST_PROCESSES(
            "HostProcesses",
            "A pod with a mirror has `hostPID`, and could reach the node's mounts.",
            "Leave `hostPID` out; `policies.nodeAccess: allow` of the chart lets it run."),

    KUBELET_DIRECTORY(
            "KubeletDirectory",
            "A pod with a mirror mounts kubelet's directory, or one around it, and could reach the node's mounts.",
            "Mount another directory; `policies.nodeAccess: allow` of the chart lets it run."),

    ORIGIN_IN_USE(
            "OriginInUse",
            "The claim behind a data volume would be deleted, and everybody's mirrors lose their data.",
            "Delete the data volume first."),

    ORIGIN_GETS_NO_OWNER(
            "OriginGetsNoOwner",
            "The claim behind a data volume would get an owner, with which it would be deleted.",
            "Leave owner references out."),

    ORIGIN_IS_RETAINED(
            "OriginIsRetained",
            "The volume behind a data volume would lose the policy `Retain`, and the data go with the claim.",
            "Delete the data volume first: then the controller puts back the policy that the volume had."),

    DATA_VOLUME_IN_USE(
            "DataVolumeInUse",
            "A data volume would be deleted that pods use.",
            "End its shares, and wait until the pods that the message counts have gone."),

    FINALIZER_TAKEN_OFF(
            "FinalizerTakenOff",
            "Somebody but the controller takes its finalizer off a department, project, data volume or share, which would then go "
                    + "before what it left is undone.",
            "Delete the object and wait; if no controller runs, a cluster administrator may take the finalizer off."),

    FORGED_STATUS(
            "ForgedStatus",
            "Somebody but the controller writes the status of an object of Mooring's kinds.",
            "Change the spec; the status follows."),

    TARGET_NOT_YOURS(
            "TargetNotYours",
            "Who shares a data volume, or raises a share, may not create shares in the target's namespace, or the API server "
                    + "could not tell; the message says which. A target that does not exist is refused so, too.",
            "Correct the name, share with a scope in which you may, or ask somebody who may share there."),

    UNKNOWN_ROLE(
            "UnknownRole",
            "An access rule gives a role that the chart does not list.",
            "Use a role that the message lists, or have this one listed in `roles.additional`."),

    ROLE_NOT_YOURS(
            "RoleNotYours",
            "Who makes an access rule does not hold `bind` on its role there, or the API server could not tell; the message "
                    + "says which.",
            "Give a role that you may give, or ask somebody who may give this one."),

    OUTSIDE_SCOPES(
            "OutsideScopes",
            "An access rule, or a binding of Mooring's, would be made in a namespace that is no scope, or not yet.",
            "Make it in the namespace of a project, department or the cluster scope; if it is still being made, try again."),

    RIGHTS_CHANGED(
            "RightsChanged",
            "What a RoleBinding or Role of Mooring's gives would change by another hand than the controller's.",
            "Change the access rules that it is made of."),

    NOT_OUR_NAME(
            "NotOurName",
            "The controller's account writes a RoleBinding or Role with a name that is not one of Mooring's.",
            "See who uses the account `mooring-controller`: the controller does not."),

    NOT_A_DRY_RUN(
            "NotADryRun",
            "A question (DataVolumeReview) would be stored.",
            "Ask with `kubectl create --dry-run=server -o yaml`.");

    private final String label;
    private final String cause;
    private final String remedy;

    PolicyReason(String label, String cause, String remedy) {
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
