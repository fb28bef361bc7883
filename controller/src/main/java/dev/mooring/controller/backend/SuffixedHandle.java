package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Mirrors CSI volumes that the driver mounts by their attributes alone: the handle, which Kubernetes wants to be unique, gets
 * a suffix, so {@code ro} is safe among the mount options.
 *
 * @param droppedAttributes attributes that would change the data or its permissions
 */
record SuffixedHandle(Set<String> droppedAttributes) implements MirrorStrategy {
    SuffixedHandle {
        droppedAttributes = Set.copyOf(droppedAttributes);
    }

    @Override
    public void shape(
            PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix) {
        var csi = origin.getCsi();
        mirror.withMountOptions(MountOptions.of(origin.getMountOptions(), access))
                .withCsi(new CSIPersistentVolumeSourceBuilder()
                        .withDriver(csi.getDriver())
                        .withVolumeHandle(csi.getVolumeHandle() + "-" + suffix)
                        .withFsType(csi.getFsType())
                        .withVolumeAttributes(kept(csi.getVolumeAttributes()))
                        .withNodePublishSecretRef(csi.getNodePublishSecretRef())
                        .withNodeStageSecretRef(csi.getNodeStageSecretRef())
                        .build());
    }

    private Map<String, String> kept(Map<String, String> attributes) {
        var kept = new HashMap<>(attributes);
        kept.keySet().removeAll(droppedAttributes);
        return kept;
    }
}
