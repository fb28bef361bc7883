package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.Optional;

/** Mirrors volumes of Longhorn that are served over NFS; all others are block devices of one node. */
record Longhorn() implements MirrorStrategy {
    private static final SameHandle SAME_HANDLE = new SameHandle(SameHandle.Staging.SHARED);

    @Override
    public Optional<Verdict.Refused> objection(PersistentVolumeSpec origin) {
        var migratable = "true".equals(CsiCopy.attributes(origin.getCsi()).get("migratable"));
        return AccessModes.allows(origin, AccessModes.MANY_WRITERS) && !migratable
                ? Optional.empty()
                : Optional.of(new Verdict.Refused(
                        RefusalReason.SINGLE_WRITER_STORAGE,
                        "the volume is a block device that one node may write; use a claim with ReadWriteMany, of a class"
                                + " that is not migratable"));
    }

    @Override
    public void shape(
            PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix) {
        SAME_HANDLE.shape(mirror, origin, access, suffix);
    }
}
