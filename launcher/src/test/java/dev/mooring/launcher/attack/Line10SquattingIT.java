package dev.mooring.launcher.attack;

import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import org.junit.jupiter.api.Test;

/** Somebody is there first: under the name of a mirror that does not exist yet. */
@Attack(line = 10)
@WithAndWithoutProcesses
class Line10SquattingIT {
    private final Site site;
    private final Scene scene;

    Line10SquattingIT(Processes processes, Site site) {
        this.site = site;
        scene = site.scene();
        site.put(processes);
    }

    @Test
    void aClaimWithTheNameOfAFutureMirrorIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.ads(), scene.mirrorName()).build();

        attempt.refused(
                "mooring-reserved-claims",
                "ReservedName",
                () -> scene.adam().resource(claim).create(),
                scene.mirrorName());
        attempt.refused(
                "mooring-reserved-claims",
                "ReservedName",
                () -> site.admin().resource(claim).create());
    }

    @Test
    void aClaimWithTheNameOfAWritableMirrorIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.ads(), scene.mirrorName().replace("dv.", "dvrw."))
                .build();

        attempt.refused(
                "mooring-reserved-claims",
                "ReservedName",
                () -> scene.adam().resource(claim).create());
    }

    @Test
    void aClaimWhoseNameIsGeneratedIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.ads(), "")
                .editMetadata()
                .withName(null)
                .withGenerateName(scene.mirrorName() + "-")
                .endMetadata()
                .build();

        attempt.refused(
                "mooring-reserved-claims",
                "ReservedName",
                () -> scene.adam().resource(claim).create());
    }

    @Test
    void thePodOfAnEphemeralVolumeIsNotCalledLikeAMirror(Attempt attempt) {
        var pod = Pods.ephemeral(
                        scene.ads(), "dv." + scene.vision(), Claims.spec().build())
                .build();

        attempt.refused(
                "mooring-ephemeral-claims",
                "ReservedName",
                () -> scene.adam().resource(pod).create());
    }

    @Test
    void aVolumeWithTheNameOfAMirrorsIsRefusedToAnAdministrator(Attempt attempt) {
        var volume = volume("mooring-" + site.world().fresh("future")).build();

        attempt.refusedByRbac(() -> scene.adam().resource(volume).create());
        attempt.refused(
                "mooring-reserved-volumes",
                "ReservedName",
                () -> site.admin().resource(volume).create());
    }

    @Test
    void aVolumeMeantForAMirrorClaimIsRefusedToAnAdministrator(Attempt attempt) {
        var volume = volume(site.world().fresh("trap"))
                .editSpec()
                .withNewClaimRef()
                .withNamespace(scene.ads())
                .withName(scene.mirrorName())
                .endClaimRef()
                .endSpec()
                .build();

        attempt.refused(
                "mooring-reserved-volumes",
                "ReservedClaim",
                () -> site.admin().resource(volume).create());
    }

    @Test
    void aVolumeOfTheMirrorsClassIsRefusedToAnAdministrator(Attempt attempt) {
        var volume = volume(site.world().fresh("trap"))
                .editSpec()
                .withStorageClassName("mooring-mirror")
                .endSpec()
                .build();

        attempt.refused(
                "mooring-reserved-volumes",
                "ReservedClass",
                () -> site.admin().resource(volume).create());
    }

    /** Whoever made it could have mirrors provisioned and resized. */
    @Test
    void aStorageClassOfTheMirrorsNameIsRefusedToAnAdministrator(Attempt attempt) {
        var mirrors = new StorageClassBuilder()
                .withNewMetadata()
                .withName("mooring-mirror")
                .endMetadata()
                .withProvisioner("nfs.csi.k8s.io")
                .withAllowVolumeExpansion(true)
                .build();

        attempt.refusedByRbac(() -> scene.adam().resource(mirrors).create());
        attempt.refused(
                "mooring-mirror-class",
                "ReservedClass",
                () -> site.admin().resource(mirrors).create());
    }

    private static PersistentVolumeBuilder volume(String name) {
        return new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addToCapacity("storage", new Quantity("1Gi"))
                .withAccessModes("ReadWriteMany")
                .withNewNfs("/exports/other", false, "nfs.example.com")
                .endSpec();
    }
}
