package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;

/** Mirrors volumes of Cloud Storage FUSE, whose driver reads the bucket from the handle up to the first colon. */
record BucketHandle() implements MirrorStrategy {
    private static final char SEPARATOR = ':';

    @Override
    public void shape(
            PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix) {
        mirror.withMountOptions(MountOptions.MOUNT.of(origin.getMountOptions(), access))
                .withCsi(CsiCopy.of(origin.getCsi())
                        .withVolumeHandle(bucket(origin.getCsi().getVolumeHandle()) + SEPARATOR + suffix)
                        .build());
    }

    private static String bucket(String handle) {
        int end = handle.indexOf(SEPARATOR);
        return end < 0 ? handle : handle.substring(0, end);
    }
}
