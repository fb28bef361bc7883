package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.NFSVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;

/** Mirrors volumes of Kubernetes' own NFS: server and path. Kubelet does not heed the source's {@code readOnly}. */
record InTreeNfs() implements MirrorStrategy {
    @Override
    public void shape(
            PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix) {
        mirror.withNfs(new NFSVolumeSource(
                        origin.getNfs().getPath(), null, origin.getNfs().getServer()))
                .withMountOptions(MountOptions.MOUNT.of(origin.getMountOptions(), access));
    }
}
