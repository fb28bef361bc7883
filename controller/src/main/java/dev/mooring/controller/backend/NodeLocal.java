package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.Optional;

/**
 * Mirrors directories of nodes, {@code hostPath} and {@code local}, where an administrator allows it.
 *
 * @param allowed whether one does
 */
record NodeLocal(boolean allowed) implements MirrorStrategy {
    @Override
    public Optional<Verdict.Refused> objection(PersistentVolumeSpec origin) {
        return allowed
                ? Optional.empty()
                : Optional.of(new Verdict.Refused(
                        RefusalReason.NODE_LOCAL_STORAGE,
                        "the data lies on one node; " + MirrorStrategies.INSTEAD + ", or have an administrator set "
                                + Setting.NODE_LOCAL + " to true"));
    }

    @Override
    public void shape(
            PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix) {
        mirror.withHostPath(origin.getHostPath()).withLocal(origin.getLocal());
    }
}
