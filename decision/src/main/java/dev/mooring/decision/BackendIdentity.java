package dev.mooring.decision;

/**
 * Where data lies, in one spelling: a system, a place in it such as a server or a bucket, and a path from there.
 *
 * <p>Two volumes reach the same data if an identity of one overlaps an identity of the other. What only a name server or the
 * storage itself knows, such as two names of one server or a symbolic link, is not seen.
 *
 * @param system what kind of storage it is; places of different systems have nothing to do with each other
 * @param place the server, file system or bucket; empty if it is not known, and then it may be any
 * @param path absolute and normal; "/" is all that there is at the place
 */
public record BackendIdentity(String system, String place, String path) {
    private static final String NFS = "nfs";
    private static final String NODE = "node";
    private static final String CEPHFS = "cephfs";
    private static final String ISCSI = "iscsi";
    private static final String ALL = "/";

    /** Normalises the path; a relative one begins at the root. */
    public BackendIdentity {
        path = MountPath.normal(path);
    }

    /** Returns the export {@code path} of an NFS server. */
    public static BackendIdentity nfs(String server, String path) {
        return new BackendIdentity(NFS, HostName.normal(server), path);
    }

    /** Returns a directory of a node, whichever node that is: a {@code hostPath} or {@code local} volume. */
    public static BackendIdentity directory(String path) {
        return new BackendIdentity(NODE, "", path);
    }

    /** Returns a directory of CephFS; {@code cluster} is empty where only monitors are named. */
    public static BackendIdentity cephfs(String cluster, String path) {
        return new BackendIdentity(CEPHFS, cluster, path);
    }

    /** Returns a device of an iSCSI target, whose name is unique whatever portal leads to it. */
    public static BackendIdentity iscsi(String target, int lun) {
        return new BackendIdentity(ISCSI, HostName.normal(target), ALL + lun);
    }

    /** Returns what a driver finds by {@code handle}, of which nothing else is known. */
    static BackendIdentity handle(String driver, String handle) {
        return new BackendIdentity("csi:" + driver, handle, ALL);
    }

    /** Returns whether both are the same data, or one lies inside the other. */
    public boolean overlaps(BackendIdentity other) {
        return system.equals(other.system)
                && (place.equals(other.place) || place.isEmpty() || other.place.isEmpty())
                && MountPath.meet(path, other.path);
    }
}
