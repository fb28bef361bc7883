package dev.mooring.decision;

/** One data volume that a request uses, for the audit log. */
public record VolumeUse(DataVolumeId volume, AccessMode access) {}
