package dev.mooring.decision;

import java.util.Comparator;
import java.util.Optional;

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
    private static final String RBD = "rbd";
    private static final String AZURE_FILE = "azure:shareName";
    private static final String HANDLES_OF = "csi:";
    private static final String ALL = "/";

    /** Orders by system, place and path, so that what lies inside a directory comes right behind it. */
    public static final Comparator<BackendIdentity> BY_PLACE = Comparator.comparing(BackendIdentity::system)
            .thenComparing(BackendIdentity::place)
            .thenComparing(BackendIdentity::path, MountPath.DIRECTORY_BY_DIRECTORY);

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
        return iscsi(target, Integer.toString(lun));
    }

    /** Returns a device of an iSCSI target; {@code lun} is written as a decimal number. */
    static BackendIdentity iscsi(String target, String lun) {
        return new BackendIdentity(ISCSI, HostName.normal(target), ALL + lun);
    }

    /** Returns an image of Ceph's block storage; {@code cluster} is empty where only monitors are named. */
    static BackendIdentity rbd(String cluster, String pool, String image) {
        return new BackendIdentity(RBD, cluster, pool + ALL + image);
    }

    /** Returns a share of Azure Files; its account is known to a Secret only. */
    static BackendIdentity azureFile(String share) {
        return new BackendIdentity(AZURE_FILE, "", share);
    }

    /** Returns what a driver finds by {@code handle}, of which nothing else is known. */
    static BackendIdentity handle(String driver, String handle) {
        return new BackendIdentity(HANDLES_OF + driver, handle, ALL);
    }

    /** Returns whether this is what a driver finds by a handle. */
    public boolean isHandle() {
        return system.startsWith(HANDLES_OF);
    }

    /** Returns whether both are the same data, or one lies inside the other. */
    public boolean overlaps(BackendIdentity other) {
        return system.equals(other.system)
                && (place.equals(other.place) || place.isEmpty() || other.place.isEmpty())
                && MountPath.meet(path, other.path);
    }

    /** Returns whether all of {@code other} certainly lies inside this: not where a place is unknown. */
    boolean contains(BackendIdentity other) {
        return system.equals(other.system)
                && !place.isEmpty()
                && place.equals(other.place)
                && MountPath.covers(path, other.path);
    }

    /** Returns the directory that this lies in; empty if it is all that there is at the place. */
    public Optional<BackendIdentity> parent() {
        return path.equals(ALL)
                ? Optional.empty()
                : Optional.of(new BackendIdentity(system, place, path.substring(0, path.lastIndexOf('/'))));
    }

    /** Returns the same path of the same system at a place that is not known. */
    public BackendIdentity anywhere() {
        return new BackendIdentity(system, "", path);
    }

    /** Returns place and path, as people write them. */
    String spelled() {
        return place.isEmpty() ? path : path.equals(ALL) ? place : place + ":" + path;
    }
}
