package dev.mooring.decision;

/** Why an object is in the state that its condition or an Event tells. Labels never change. */
public enum StateReason implements Reason {
    CREATING("Creating", "The namespace of a department or project is being made.", "Wait; it takes a moment."),

    NAMESPACE_READY("NamespaceReady", "The namespace of a department or project is there and labelled.", ""),

    NOT_IN_CLUSTER_SCOPE(
            "NotInClusterScope",
            "A department was made outside the namespace of the cluster scope.",
            "Make it in the namespace that the message names."),

    NAMESPACE_REFUSED(
            "NamespaceRefused",
            "A department asks for a namespace that never becomes a department's.",
            "Make a department that asks for another one."),

    NAME_REFUSED(
            "NameRefused",
            "A project has a name that no project may have, for its namespace would have it too.",
            "Make a project with another name."),

    NOT_IN_A_DEPARTMENT(
            "NotInADepartment",
            "A project was made in a namespace that is no department's.",
            "Make it in the namespace of its department."),

    DEPARTMENT_NOT_READY(
            "DepartmentNotReady", "The department of a project is not ready.", "See the condition of the department."),

    NAMESPACE_ENDING("NamespaceEnding", "The namespace is being deleted.", "Wait until it is gone."),

    NAMESPACE_GONE(
            "NamespaceGone",
            "The namespace was deleted.",
            "Delete the department or project, or make the namespace again and annotate it as the " + "message says."),

    NAMESPACE_REPLACED(
            "NamespaceReplaced",
            "The namespace was deleted and made again. It is another identity: what was shared with "
                    + "the first one is not shared with it.",
            "To take it, annotate it as the message says."),

    NAMESPACE_NOT_ADOPTED(
            "NamespaceNotAdopted",
            "A namespace of that name exists already, and nobody has offered it.",
            "To take it, annotate it as the message says."),

    NAMESPACE_TAKEN(
            "NamespaceTaken",
            "The namespace belongs to another department or project.",
            "Delete that one and annotate the namespace as the message says."),

    ACCESS_RULES_REMAIN(
            "AccessRulesRemain",
            "A namespace that is offered to a department or project has access rules from before, which would come into force "
                    + "with it.",
            "Delete the rules that the message names, and make those anew that are wanted."),

    READY("Ready", "Pods in the projects that a data volume is shared with may mount it.", ""),

    DELETING("Deleting", "The object is being deleted.", ""),

    MIRRORS_REMAIN(
            "MirrorsRemain",
            "A data volume is being deleted, and mirrors of it are still there.",
            "Wait until the pods that use them have ended, or end them."),

    NOT_IN_A_PROJECT(
            "NotInAProject",
            "A data volume lives in a namespace that is no project's, or whose project is not ready.",
            "Make it in a project, or see the condition of the project."),

    CLAIM_MISSING(
            "ClaimMissing", "The claim of a data volume does not exist.", "Make the claim, or delete the data volume."),

    CLAIM_IS_MIRROR(
            "ClaimIsMirror",
            "The claim of a data volume is a mirror of another project's data.",
            "Ask that project to share it."),

    CLAIM_TAKEN("ClaimTaken", "An older data volume has the same claim.", "Share that one, or delete it."),

    CLAIM_REPLACED(
            "ClaimReplaced",
            "The claim was deleted and made again, so it is other data.",
            "Delete the data volume and make a new one."),

    CLAIM_ENDING(
            "ClaimEnding",
            "The claim is being deleted.",
            "Wait until it is gone, and make a new data volume for a new claim."),

    CLAIM_NOT_BOUND(
            "ClaimNotBound", "The claim is not bound to a volume yet.", "Wait, or see the Events of the claim."),

    CLAIM_LOST("ClaimLost", "The volume of the claim was deleted.", "Restore the volume, or delete the data volume."),

    VOLUME_MISSING(
            "VolumeMissing",
            "The volume of the claim does not exist, or is another claim's.",
            "See the Events of the claim."),

    SHARED("Shared", "A share is in force and reaches at least one project.", ""),

    READ_ONLY_STORAGE(
            "ReadOnlyStorage",
            "A share for writing lets pods read only, for the storage cannot be written by several " + "projects.",
            "See the condition Writable of the data volume, which says what to use instead."),

    WRITABLE("Writable", "A data volume may be shared for writing.", ""),

    ALIASED(
            "Aliased",
            "PersistentVolumes that are no mirrors lead to the storage of a data volume, to what lies in it or around it: who "
                    + "mounts one reaches the data without a share.",
            "Delete them, or reserve them for claims of the project that owns the data; Mooring never does."),

    EXPIRED("Expired", "A share is over: its expiresAt has come.", "Delete it, or set a later expiresAt."),

    ORIGIN_PROJECT_NOT_READY(
            "OriginProjectNotReady",
            "The namespace of a share is no project's, or the project is not ready.",
            "See the condition of the project."),

    DATA_VOLUME_GONE(
            "DataVolumeGone",
            "The data volume that was shared is gone, or another one has its name now.",
            "Delete the share, and make one for the new data volume."),

    DATA_VOLUME_NOT_READY(
            "DataVolumeNotReady",
            "The data volume that was shared cannot be mounted at present.",
            "See the condition of the data volume."),

    REACHES_NOBODY(
            "ReachesNobody",
            "The target of a share is gone, or has no project but the one that owns the data.",
            "Nothing, if projects are still to come; else delete the share."),

    MIRROR_NAME_TAKEN(
            "MirrorNameTaken",
            "A claim has the name of a mirror, but is none.",
            "Delete the claim; pods cannot use the data volume until then."),

    GRANT_ENDED(
            "GrantEnded",
            "No share lets the pods of a project use a data volume any more that some of them mount.",
            "Those run to their end or are evicted, as `onRevoke` of the share said; others need a new share."),

    CONSUMER_EVICTED(
            "ConsumerEvicted",
            "A pod was evicted: the share by which it used a data volume ended, and said so.",
            "Ask the project that owns the data for a new share."),

    CONSUMER_DELETED(
            "ConsumerDeleted",
            "A pod was deleted: it could not be evicted in time after its share had ended, or it got its node only after "
                    + "that.",
            "Ask the project that owns the data for a new share."),

    NOT_IN_A_SCOPE(
            "NotInAScope",
            "An access rule lives in a namespace that is no scope's, or whose project or department is not ready.",
            "Make it in the namespace of a project, of a department or of the cluster scope, or see their condition."),

    ROLE_MISSING(
            "RoleMissing",
            "An access rule names a role that does not exist.",
            "Make the ClusterRole, labelled `mooring.dev/role` with its name, or name another one."),

    ROLE_NOT_LISTED(
            "RoleNotListed",
            "An access rule names a role that the chart does not list, or lists no more: nobody has it by a rule.",
            "List it in `roles.additional` of the chart's values, name another role, or delete the rule."),

    BINDINGS_MISSING(
            "BindingsMissing",
            "The role of an access rule is not bound in all namespaces that the rule reaches.",
            "Wait; it takes a moment."),

    BINDING_REFUSED(
            "BindingRefused",
            "The API server refused a RoleBinding, or the Role of one, that an access rule asks for.",
            "See the message: a quota, or a policy or webhook of somebody else's, stands in its way. It is tried again."),

    ROLE_GRANTED(
            "RoleGranted", "The subjects of an access rule have its role in all namespaces that the rule reaches.", "");

    private final String label;
    private final String cause;
    private final String remedy;

    StateReason(String label, String cause, String remedy) {
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
