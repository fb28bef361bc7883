package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.Optional;

/**
 * Mirrors volumes of Ceph's block devices that nobody can write, such as those restored from a snapshot for reading. A file
 * system on a device that one node writes may not be mounted on another.
 */
record Rbd() implements MirrorStrategy {
    private static final SameHandle SAME_HANDLE = new SameHandle(SameHandle.Staging.SHARED);

    @Override
    public Optional<Verdict.Refused> objection(PersistentVolumeSpec origin) {
        return AccessModes.onlyReads(origin)
                ? Optional.empty()
                : Optional.of(new Verdict.Refused(
                        RefusalReason.SINGLE_WRITER_STORAGE,
                        "the volume is a block device that can be written; use a claim of CephFS, or restore a snapshot of"
                                + " this one to a claim with ReadOnlyMany alone and share that one"));
    }

    @Override
    public void shape(
            PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix) {
        SAME_HANDLE.shape(mirror, origin, access, suffix);
    }
}
