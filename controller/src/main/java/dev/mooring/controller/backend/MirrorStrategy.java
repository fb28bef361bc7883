package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;

/** How a second volume is made over the storage of a first. */
@FunctionalInterface
public interface MirrorStrategy {
    /**
     * Sets the source and, where the backend honours them, the mount options of {@code mirror}.
     *
     * @param origin the volume that has the data; not changed
     * @param suffix distinguishes this mirror from all other volumes
     */
    void shape(PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix);
}
