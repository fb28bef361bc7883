package dev.mooring.model;

/** The labels that Mooring writes, and trusts only on what it wrote itself. */
public final class Labels {
    /** On namespaces: which kind of scope it is, {@link #SCOPE_CLUSTER} and so on. */
    public static final String SCOPE = "mooring.dev/scope";

    /** Value of {@link #SCOPE} on the cluster scope's namespace. */
    public static final String SCOPE_CLUSTER = "cluster";

    /** Value of {@link #SCOPE} on a department's namespace. */
    public static final String SCOPE_DEPARTMENT = "department";

    /** Value of {@link #SCOPE} on a project's namespace. */
    public static final String SCOPE_PROJECT = "project";

    /** On namespaces of departments and projects: the department's name. */
    public static final String DEPARTMENT = "mooring.dev/department";

    /** On namespaces of projects: the project's name. */
    public static final String PROJECT = "mooring.dev/project";

    /** On namespaces of departments and projects: the UID of the Department or Project object that it was given to. */
    public static final String HOLDER = "mooring.dev/holder";

    /** On ClusterRoles that access rules may name: the role's name, which is the ClusterRole's. */
    public static final String ROLE = "mooring.dev/role";

    /** On ClusterRoles that say what a role reads in the scopes above its own: that role's name. */
    public static final String ROLE_ABOVE = "mooring.dev/role-above";

    /** On origin claims, mirror claims and mirror volumes: the data volume's name. */
    public static final String DATA_VOLUME = "mooring.dev/data-volume";

    /** On mirror claims and volumes: the project that owns the data. */
    public static final String ORIGIN_PROJECT = "mooring.dev/origin-project";

    /** On mirror claims and volumes: the UID of the data volume. */
    public static final String DATA_VOLUME_UID = "mooring.dev/data-volume-uid";

    /** On mirror claims and volumes: the UID of the origin claim. */
    public static final String ORIGIN_CLAIM_UID = "mooring.dev/origin-claim-uid";

    /** On mirror claims and volumes: {@link #MIRROR_TRUE}. */
    public static final String MIRROR = "mooring.dev/mirror";

    /** The only value of {@link #MIRROR}. */
    public static final String MIRROR_TRUE = "true";

    private Labels() {}
}
