package dev.mooring.controller.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSourceBuilder;
import java.util.Map;
import java.util.TreeMap;

/** What every mirror of a CSI volume keeps; the secrets for provisioning, attaching and growing are not among it. */
final class CsiCopy {
    /** The longest handle, in bytes, that a driver has to take. */
    private static final int LONGEST_HANDLE = 128;

    private CsiCopy() {}

    /** Returns driver, handle, file system, attributes and the secrets for mounting of {@code origin}. */
    static CSIPersistentVolumeSourceBuilder of(CSIPersistentVolumeSource origin) {
        return new CSIPersistentVolumeSourceBuilder()
                .withDriver(origin.getDriver())
                .withVolumeHandle(origin.getVolumeHandle())
                .withFsType(origin.getFsType())
                .withVolumeAttributes(attributes(origin))
                .withNodePublishSecretRef(origin.getNodePublishSecretRef())
                .withNodeStageSecretRef(origin.getNodeStageSecretRef());
    }

    /** Returns the origin's handle with the suffix, or the suffix alone where both are too long together. */
    static String ownHandle(CSIPersistentVolumeSource origin, String suffix) {
        var handle = origin.getVolumeHandle() + "-" + suffix;
        return handle.getBytes(UTF_8).length <= LONGEST_HANDLE ? handle : suffix;
    }

    /** Returns a copy of the attributes, sorted, that the caller may change. */
    static Map<String, String> attributes(CSIPersistentVolumeSource origin) {
        return new TreeMap<>(origin.getVolumeAttributes());
    }
}
