package dev.mooring.controller;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes claims with volumes behind them, and finds mirrors. */
interface Storage extends Waiting {
    /** Returns a client that may do what only the controller may. */
    KubernetesClient account();

    /** Makes a bound claim {@code data} over a volume of this source, such as {@code pv.withNewHostPath(...)}. */
    default PersistentVolumeClaim boundClaim(String namespace) {
        return boundClaim(namespace, hostPath(namespace));
    }

    default PersistentVolumeClaim boundClaim(String namespace, PersistentVolume like) {
        return bound(claim(namespace, "data"), like);
    }

    /** Makes a bound claim {@code data} over a volume that has this access mode alone, such as one that nobody can write. */
    default PersistentVolumeClaim boundClaim(String namespace, String accessMode) {
        var claim = admin().resource(new PersistentVolumeClaimBuilder(Unmade.claim(namespace, "data"))
                        .editSpec()
                        .withAccessModes(accessMode)
                        .endSpec()
                        .build())
                .create();
        return bound(claim, hostPath(namespace));
    }

    private PersistentVolumeClaim bound(PersistentVolumeClaim claim, PersistentVolume like) {
        var namespace = claim.getMetadata().getNamespace();
        volume("origin-" + namespace, claim, like);
        await().atMost(PATIENCE)
                .until(() -> "Bound".equals(fresh(claim).getStatus().getPhase()));
        return fresh(claim);
    }

    /** Makes a claim, as the only account that may give it a mirror's name. */
    default PersistentVolumeClaim claim(String namespace, String name) {
        return account().resource(Unmade.claim(namespace, name)).create();
    }

    /** Makes the volume of {@code claim}, with policy Delete as dynamic provisioning has it. */
    default PersistentVolume volume(String name, PersistentVolumeClaim claim, PersistentVolume like) {
        return admin().resource(new PersistentVolumeBuilder(like)
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .editSpec()
                        .addToCapacity("storage", new Quantity("5Gi"))
                        .withAccessModes(claim.getSpec().getAccessModes())
                        .withStorageClassName("")
                        .withPersistentVolumeReclaimPolicy("Delete")
                        .withNewClaimRef()
                        .withNamespace(claim.getMetadata().getNamespace())
                        .withName(claim.getMetadata().getName())
                        .withUid(claim.getMetadata().getUid())
                        .endClaimRef()
                        .endSpec()
                        .build())
                .create();
    }

    default @Nullable PersistentVolumeClaim findClaim(String namespace, String name) {
        return admin().persistentVolumeClaims()
                .inNamespace(namespace)
                .withName(name)
                .get();
    }

    default @Nullable PersistentVolume findVolume(String name) {
        return admin().persistentVolumes().withName(name).get();
    }

    /** Waits until the mirror claim is bound, and returns it. */
    default PersistentVolumeClaim boundMirror(String namespace, String name) {
        eventually(() -> {
            var claim = findClaim(namespace, name);
            return claim != null && "Bound".equals(claim.getStatus().getPhase());
        });
        var claim = findClaim(namespace, name);
        if (claim == null) {
            throw new AssertionError("mirror \"" + name + "\" went as soon as it was bound");
        }
        return claim;
    }

    default PersistentVolume volumeOf(PersistentVolumeClaim claim) {
        var volume = findVolume(claim.getSpec().getVolumeName());
        if (volume == null) {
            throw new AssertionError("no volume of claim " + claim.getMetadata().getName());
        }
        return volume;
    }

    /** Deletes a volume at once, though a claim is bound to it. */
    default void removeVolume(String name) {
        var volume = admin().persistentVolumes().withName(name);
        volume.delete();
        volume.edit(found -> {
            found.getMetadata().setFinalizers(List.of());
            return found;
        });
    }

    /** Returns a source that {@link #volume} takes: the directory {@code name} of a node. */
    static PersistentVolume hostPath(String name) {
        return new PersistentVolumeBuilder()
                .withNewSpec()
                .withNewHostPath("/tmp/" + name, "")
                .endSpec()
                .build();
    }
}
