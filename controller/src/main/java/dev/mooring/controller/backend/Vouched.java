package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.Optional;

/** Mirrors volumes of a driver that an administrator vouches for, if their storage is for more than one node. */
record Vouched(MirrorStrategy strategy) implements MirrorStrategy {
    @Override
    public Optional<Verdict.Refused> objection(PersistentVolumeSpec origin) {
        return AccessModes.allows(origin, AccessModes.MANY_WRITERS)
                        || AccessModes.allows(origin, AccessModes.MANY_READERS)
                ? Optional.empty()
                : Optional.of(new Verdict.Refused(
                        RefusalReason.SINGLE_WRITER_STORAGE,
                        "the volume is for one node only; use a claim with ReadWriteMany or ReadOnlyMany"));
    }

    @Override
    public void shape(
            PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix) {
        strategy.shape(mirror, origin, access, suffix);
    }
}
