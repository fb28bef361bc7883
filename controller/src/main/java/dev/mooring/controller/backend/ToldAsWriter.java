package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.List;
import java.util.Optional;

/**
 * Mirrors volumes of a driver that refuses to mount what is {@code ReadOnlyMany}: its mirrors allow that mode, so that their
 * claims can ask for it, but name {@code ReadWriteMany} first, which is what kubelet tells the driver. The mount options make
 * them read-only.
 */
record ToldAsWriter(MirrorStrategy strategy) implements MirrorStrategy {
    @Override
    public Optional<Verdict.Refused> objection(PersistentVolumeSpec origin) {
        return strategy.objection(origin);
    }

    @Override
    public List<String> readOnlyModes() {
        return List.of(AccessModes.MANY_WRITERS, AccessModes.MANY_READERS);
    }

    @Override
    public void shape(
            PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix) {
        strategy.shape(mirror, origin, access, suffix);
    }
}
