package dev.mooring.launcher.attack;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.TypedObjectReference;
import io.fabric8.kubernetes.api.model.TypedObjectReferenceBuilder;

/** Claims, as people write them. */
final class Claims {
    private Claims() {}

    /** A claim for a volume that somebody makes by hand. */
    static PersistentVolumeClaimBuilder plain(String namespace, String name) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withSpec(spec().build());
    }

    static PersistentVolumeClaimSpecBuilder spec() {
        return new PersistentVolumeClaimSpecBuilder()
                .withStorageClassName("")
                .withAccessModes("ReadWriteMany")
                .withNewResources()
                .addToRequests("storage", new Quantity("1Gi"))
                .endResources();
    }

    /** The spec of a claim that wants a volume by its name. */
    static PersistentVolumeClaimSpec naming(String volume) {
        return spec().withVolumeName(volume).build();
    }

    /** The spec of a claim that wants a volume by one of its labels. */
    static PersistentVolumeClaimSpec selecting(String label, String value) {
        return spec().withNewSelector()
                .addToMatchLabels(label, value)
                .endSelector()
                .build();
    }

    /** The spec of a claim of a class. */
    static PersistentVolumeClaimSpec ofClass(String name) {
        return spec().withStorageClassName(name).build();
    }

    /** The spec of a claim that is to be a copy, by the older field. */
    static PersistentVolumeClaimSpec copying(String claim) {
        return spec().withDataSource(source(claim)).build();
    }

    /** The spec of a claim that is to be a copy, by the newer field. */
    static PersistentVolumeClaimSpec copyingByReference(String claim) {
        return spec().withDataSourceRef(reference(claim).build()).build();
    }

    static TypedLocalObjectReference source(String claim) {
        return new TypedLocalObjectReferenceBuilder()
                .withKind("PersistentVolumeClaim")
                .withName(claim)
                .build();
    }

    static TypedObjectReferenceBuilder reference(String claim) {
        return new TypedObjectReferenceBuilder(new TypedObjectReference())
                .withKind("PersistentVolumeClaim")
                .withName(claim);
    }
}
