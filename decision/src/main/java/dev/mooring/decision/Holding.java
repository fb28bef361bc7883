package dev.mooring.decision;

/**
 * That a data volume holds the storage at a place.
 *
 * @param volume whose data it is
 * @param place where it lies
 */
public record Holding(DataVolumeId volume, BackendIdentity place) {}
