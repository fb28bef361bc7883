package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.Set;

/**
 * Mirrors CSI volumes that the driver mounts by their attributes alone: the handle gets a suffix, so the mirror is mounted
 * apart from the origin and {@code ro} is safe among its mount options.
 *
 * @param options how the driver spells a read-only mount
 * @param droppedAttributes attributes that would change the data or its permissions
 */
record OwnHandle(MountOptions options, Set<String> droppedAttributes) implements MirrorStrategy {
    OwnHandle {
        droppedAttributes = Set.copyOf(droppedAttributes);
    }

    @Override
    public void shape(
            PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix) {
        var attributes = CsiCopy.attributes(origin.getCsi());
        attributes.keySet().removeAll(droppedAttributes);
        mirror.withMountOptions(options.of(origin.getMountOptions(), access))
                .withCsi(CsiCopy.of(origin.getCsi())
                        .withVolumeHandle(CsiCopy.ownHandle(origin.getCsi(), suffix))
                        .withVolumeAttributes(attributes)
                        .build());
    }
}
