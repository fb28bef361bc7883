package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A mirror that is there, changed by somebody else than our controller. */
@Attack(line = 11)
@WithAndWithoutProcesses
class Line11EditedMirrorsIT {
    private static final String CLAIMS = "mooring-frozen-claims";
    private static final String VOLUMES = "mooring-frozen-volumes";
    private static final String LABELS = "mooring-storage-labels";

    private final Site site;
    private final Scene scene;

    Line11EditedMirrorsIT(Processes processes, Site site) {
        this.site = site;
        scene = site.scene();
        site.put(processes);
    }

    @Test
    void aLargerRequestIsRefused(Attempt attempt) {
        attempt.refusedByKubernetes(this::enlarge, "the storageclass that provisions the pvc must support resize");
    }

    /** The class is there already when the chart is installed: nobody can make it afterwards. */
    @Test
    void aLargerRequestIsRefusedWhereTheMirrorsClassCouldGrow(Attempt attempt) {
        var growing = site.admin()
                .resource(new StorageClassBuilder()
                        .withNewMetadata()
                        .withName("mooring-mirror")
                        .endMetadata()
                        .withProvisioner("example.com/none")
                        .withAllowVolumeExpansion(true)
                        .build());
        var bindings = site.admin().resources(ValidatingAdmissionPolicyBinding.class);
        var guard = bindings.withName("mooring-mirror-class").get();
        bindings.resource(guard).delete();
        try {
            site.world().eventually(() -> assertThatCode(growing::create).doesNotThrowAnyException());
            site.world().eventually(() -> attempt.refused(CLAIMS, "MirrorFrozen", this::enlarge, "spec.resources"));
        } finally {
            growing.delete();
            guard.getMetadata().setResourceVersion(null);
            guard.getMetadata().setUid(null);
            bindings.resource(guard).create();
            site.world()
                    .eventually(
                            () -> assertThatThrownBy(() -> growing.dryRun(true).create())
                                    .hasMessageContaining("mooring-mirror-class"));
        }
    }

    @Test
    void anotherAttributesClassIsRefused(Attempt attempt) {
        attempt.refused(
                CLAIMS,
                "MirrorFrozen",
                () -> editClaim(
                        scene.rosa(),
                        claim -> claim.editSpec()
                                .withVolumeAttributesClassName("fast")
                                .endSpec()));
    }

    @Test
    void otherAccessModesOfTheClaimAreRefused(Attempt attempt) {
        attempt.refusedByKubernetes(
                () -> editClaim(
                        scene.rosa(),
                        claim -> claim.editSpec()
                                .withAccessModes("ReadWriteMany")
                                .endSpec()),
                "spec is immutable");
    }

    @Test
    void aFinalizerThatNobodyTakesOffIsRefused(Attempt attempt) {
        attempt.refused(
                CLAIMS,
                "ForeignFinalizer",
                () -> editClaim(
                        scene.rosa(),
                        claim -> claim.editMetadata()
                                .addToFinalizers("example.com/mine")
                                .endMetadata()));
    }

    @Test
    void ourLabelsOfTheClaimAreNotChanged(Attempt attempt) {
        attempt.refused(
                LABELS,
                "ReservedLabel",
                () -> editClaim(
                        scene.rosa(),
                        claim -> claim.editMetadata()
                                .addToLabels("mooring.dev/data-volume", "other")
                                .endMetadata()));
    }

    @Test
    void ourLabelsOfTheClaimAreNotTakenOff(Attempt attempt) {
        attempt.refused(
                LABELS,
                "ReservedLabel",
                () -> editClaim(
                        scene.rosa(),
                        claim -> claim.editMetadata()
                                .removeFromLabels("mooring.dev/mirror")
                                .endMetadata()));
    }

    @Test
    void anotherClaimForTheVolumeIsRefusedToAnAdministrator(Attempt attempt) {
        refusedForVolumes(
                attempt,
                volume -> volume.editSpec()
                        .editClaimRef()
                        .withNamespace(scene.ads())
                        .withUid(null)
                        .endClaimRef()
                        .endSpec());
    }

    @Test
    void noClaimForTheVolumeIsRefusedToAnAdministrator(Attempt attempt) {
        refusedForVolumes(
                attempt, volume -> volume.editSpec().withClaimRef(null).endSpec());
    }

    @Test
    void theReclaimPolicyDeleteIsRefusedToAnAdministrator(Attempt attempt) {
        refusedForVolumes(
                attempt,
                volume -> volume.editSpec()
                        .withPersistentVolumeReclaimPolicy("Delete")
                        .endSpec());
    }

    @Test
    void otherAccessModesOfTheVolumeAreRefusedToAnAdministrator(Attempt attempt) {
        refusedForVolumes(
                attempt,
                volume -> volume.editSpec().withAccessModes("ReadWriteMany").endSpec());
    }

    @Test
    void otherMountOptionsOfTheVolumeAreRefusedToAnAdministrator(Attempt attempt) {
        refusedForVolumes(
                attempt, volume -> volume.editSpec().withMountOptions("rw").endSpec());
    }

    @Test
    void ourLabelsOfTheVolumeAreRefusedToAnAdministrator(Attempt attempt) {
        attempt.refused(
                LABELS,
                "ReservedLabel",
                () -> editVolume(volume -> volume.editMetadata()
                        .removeFromLabels("mooring.dev/mirror")
                        .endMetadata()));
    }

    @Test
    void aTenantDoesNotReachTheVolumeAtAll(Attempt attempt) {
        attempt.refusedByRbac(() ->
                scene.rosa().persistentVolumes().withName(scene.mirrorVolume()).get());
    }

    @Test
    void kubernetesItselfGoesOnWorking(Attempt attempt) {
        attempt.hasNoEffect("the binder has bound the mirror and pvc-protection holds it", () -> {
            var claim = site.admin().resource(scene.mirror()).get();
            assertThat(claim.getStatus().getPhase()).isEqualTo("Bound");
            assertThat(claim.getMetadata().getFinalizers()).contains("kubernetes.io/pvc-protection");
            assertThat(claim.getMetadata().getAnnotations()).containsKey("pv.kubernetes.io/bind-completed");
        });
    }

    private void enlarge() {
        editClaim(
                scene.rosa(),
                claim -> claim.editSpec()
                        .editResources()
                        .addToRequests("storage", new Quantity("100Gi"))
                        .endResources()
                        .endSpec());
    }

    private void refusedForVolumes(Attempt attempt, UnaryOperator<PersistentVolumeBuilder> change) {
        attempt.refused(VOLUMES, "MirrorFrozen", () -> editVolume(change));
    }

    private void editClaim(KubernetesClient client, UnaryOperator<PersistentVolumeClaimBuilder> change) {
        client.persistentVolumeClaims()
                .inNamespace(scene.robotics())
                .withName(scene.mirrorName())
                .edit(claim ->
                        change.apply(new PersistentVolumeClaimBuilder(claim)).build());
    }

    private void editVolume(UnaryOperator<PersistentVolumeBuilder> change) {
        site.admin()
                .persistentVolumes()
                .withName(scene.mirrorVolume())
                .edit(volume ->
                        change.apply(new PersistentVolumeBuilder(volume)).build());
    }
}
