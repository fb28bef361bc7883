package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.List;
import java.util.Optional;

/** How a second volume is made over the storage of a first: one row of the table of backends. */
public interface MirrorStrategy {
    /** Returns why {@code origin} in particular cannot be mirrored, or empty if it can. */
    default Optional<Verdict.Refused> objection(PersistentVolumeSpec origin) {
        return Optional.empty();
    }

    /** Returns the access modes of a mirror volume for reading. The driver is told the first one only. */
    default List<String> readOnlyModes() {
        return AccessModes.READ_ONLY;
    }

    /**
     * Sets the source and, where they reach this volume alone, the mount options of {@code mirror}.
     *
     * @param origin the volume that has the data, to which there was no objection; not changed
     * @param suffix distinguishes this mirror from all other volumes
     */
    void shape(PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix);
}
