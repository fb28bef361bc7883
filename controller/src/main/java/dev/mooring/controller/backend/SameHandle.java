package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;

/** Mirrors CSI volumes whose driver finds the storage by the handle: the mirror has the same one. */
record SameHandle(Staging staging) implements MirrorStrategy {
    /** Whether volumes of one handle share a mount on a node. */
    enum Staging {
        /** They do, and the options of whoever comes first win: {@code ro} would make the origin read-only too. */
        SHARED,
        /** Each pod has a mount of its own. */
        NONE
    }

    @Override
    public void shape(
            PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix) {
        var options = switch (staging) {
            case SHARED -> origin.getMountOptions();
            case NONE -> MountOptions.MOUNT.of(origin.getMountOptions(), access);
        };
        mirror.withMountOptions(options).withCsi(CsiCopy.of(origin.getCsi()).build());
    }
}
