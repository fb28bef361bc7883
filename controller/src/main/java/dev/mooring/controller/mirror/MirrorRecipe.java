package dev.mooring.controller.mirror;

import dev.mooring.model.MirrorClass;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;

/**
 * Writes down the two objects of a mirror.
 *
 * <p>Each detail is there for a reason. The claim names no volume, for the binder then takes ten seconds longer. It asks for
 * one byte, for a quota counts what is asked. Its class does not exist, so nobody provisions or resizes it. The volume is
 * reserved for the claim by UID. It is retained, for deleting it must not delete the data. What could provision, expand or
 * clone the storage is not copied.
 */
final class MirrorRecipe {
    private static final String STORAGE = "storage";
    private static final Quantity ONE_BYTE = new Quantity("1");
    private static final String FILESYSTEM = "Filesystem";

    private MirrorRecipe() {}

    /** Returns the claim, to be made in {@code namespace}. */
    static PersistentVolumeClaim claim(MirrorSource source, String namespace) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(source.name().toString())
                .withLabels(source.labels())
                .endMetadata()
                .withNewSpec()
                .withStorageClassName(MirrorClass.NAME)
                .withVolumeMode(FILESYSTEM)
                .withAccessModes(modesOfClaim(source))
                .withNewResources()
                .withRequests(Map.of(STORAGE, ONE_BYTE))
                .endResources()
                .endSpec()
                .build();
    }

    /** Returns the volume of {@code claim}, which exists. */
    static PersistentVolume volume(MirrorSource source, PersistentVolumeClaim claim) {
        var origin = source.origin().getSpec();
        var name = volumeName(claim);
        var spec = new PersistentVolumeSpecBuilder()
                .withStorageClassName(MirrorClass.NAME)
                .withPersistentVolumeReclaimPolicy("Retain")
                .withVolumeMode(FILESYSTEM)
                .withAccessModes(modesOfVolume(source))
                .withCapacity(origin.getCapacity())
                .withNodeAffinity(origin.getNodeAffinity())
                .withClaimRef(new ObjectReferenceBuilder()
                        .withApiVersion("v1")
                        .withKind("PersistentVolumeClaim")
                        .withNamespace(claim.getMetadata().getNamespace())
                        .withName(claim.getMetadata().getName())
                        .withUid(claim.getMetadata().getUid())
                        .build());
        source.strategy().shape(spec, origin, source.name().access(), name);
        return new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName(name)
                .withLabels(source.labels())
                .endMetadata()
                .withSpec(spec.build())
                .build();
    }

    /** Returns the name of the volume of {@code claim}. */
    static String volumeName(PersistentVolumeClaim claim) {
        return MirrorClass.VOLUME_PREFIX + claim.getMetadata().getUid();
    }

    private static List<String> modesOfClaim(MirrorSource source) {
        return switch (source.name().access()) {
            case READ_ONLY -> List.of("ReadOnlyMany");
            case READ_WRITE -> source.origin().getSpec().getAccessModes();
        };
    }

    private static List<String> modesOfVolume(MirrorSource source) {
        return switch (source.name().access()) {
            case READ_ONLY -> source.strategy().readOnlyModes();
            case READ_WRITE -> source.origin().getSpec().getAccessModes();
        };
    }
}
