package dev.mooring.decision;

/** What a pod may do with a data volume. */
public enum AccessMode {
    /** Reads only; every layer of the mount is read-only. */
    READ_ONLY,
    /** Reads and writes. */
    READ_WRITE
}
