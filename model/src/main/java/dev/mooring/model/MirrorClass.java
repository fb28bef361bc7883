package dev.mooring.model;

/** The storage class name of mirror claims and volumes. */
public final class MirrorClass {
    /** No StorageClass of this name exists, so nobody provisions or resizes a mirror. */
    public static final String NAME = "mooring-mirror";

    /** What the name of a mirror volume begins with; the UID of its claim follows. */
    public static final String VOLUME_PREFIX = "mooring-";

    private MirrorClass() {}
}
