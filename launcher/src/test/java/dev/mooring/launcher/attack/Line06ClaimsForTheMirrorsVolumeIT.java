package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import org.junit.jupiter.api.Test;

/** A claim of one's own for the volume of a mirror, or for the one that holds the data. */
@Attack(line = 6)
@WithAndWithoutProcesses
class Line06ClaimsForTheMirrorsVolumeIT {
    private static final String GUARD = "mooring-reserved-claims";

    private final Site site;
    private final Scene scene;

    Line06ClaimsForTheMirrorsVolumeIT(Processes processes, Site site) {
        this.site = site;
        scene = site.scene();
        site.put(processes);
    }

    @Test
    void aClaimThatNamesTheMirrorsVolumeIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.ads(), "mine")
                .withSpec(Claims.naming(scene.mirrorVolume()))
                .build();

        attempt.refused(
                GUARD, "ReservedVolume", () -> scene.adam().resource(claim).create(), scene.mirrorVolume());
        attempt.refused(
                GUARD, "ReservedVolume", () -> site.admin().resource(claim).create());
    }

    @Test
    void aClaimThatWaitsIsNotGivenTheMirrorsVolumeLater(Attempt attempt) {
        var waiting = scene.adam()
                .resource(Claims.plain(scene.ads(), site.world().fresh("waiting"))
                        .withSpec(Claims.spec().withStorageClassName(null).build())
                        .build())
                .create();

        attempt.refused(
                GUARD,
                "ReservedVolume",
                () -> scene.adam()
                        .resource(waiting)
                        .edit(claim -> claim.edit()
                                .editSpec()
                                .withVolumeName(scene.mirrorVolume())
                                .endSpec()
                                .build()));
    }

    @Test
    void aClaimThatSelectsMirrorsByOurLabelsIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.ads(), "mine")
                .withSpec(Claims.selecting("mooring.dev/data-volume", Scene.IMAGENET))
                .build();

        attempt.refused(
                GUARD, "ReservedSelector", () -> scene.adam().resource(claim).create());
    }

    @Test
    void aClaimThatSelectsMirrorsByAnExpressionIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.ads(), "mine")
                .withSpec(Claims.spec()
                        .withNewSelector()
                        .addNewMatchExpression()
                        .withKey("mooring.dev/mirror")
                        .withOperator("Exists")
                        .endMatchExpression()
                        .endSelector()
                        .build())
                .build();

        attempt.refused(
                GUARD, "ReservedSelector", () -> scene.adam().resource(claim).create());
    }

    @Test
    void aClaimOfTheMirrorsClassIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.ads(), "mine")
                .withSpec(Claims.ofClass("mooring-mirror"))
                .build();

        attempt.refused(
                GUARD, "ReservedClass", () -> scene.adam().resource(claim).create());
    }

    @Test
    void aClaimOfTheMirrorsClassByTheOldAnnotationIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.ads(), "mine")
                .editMetadata()
                .addToAnnotations("volume.beta.kubernetes.io/storage-class", "mooring-mirror")
                .endMetadata()
                .withSpec(Claims.spec().withStorageClassName(null).build())
                .build();

        attempt.refused(
                GUARD, "ReservedClass", () -> scene.adam().resource(claim).create());
    }

    @Test
    void aClaimThatNamesTheVolumeWithTheDataIsNeverBound(Attempt attempt) {
        isNeverBound(attempt, Claims.naming(scene.originVolume()));
    }

    @Test
    void aClaimThatSelectsTheVolumeWithTheDataByItsLabelsIsNeverBound(Attempt attempt) {
        site.admin()
                .persistentVolumes()
                .withName(scene.originVolume())
                .patch(Merge.PATCH, Merge.metadata("labels", "disk", "the-one-with-imagenet"));

        isNeverBound(attempt, Claims.selecting("disk", "the-one-with-imagenet"));
    }

    private void isNeverBound(Attempt attempt, PersistentVolumeClaimSpec spec) {
        var claim = scene.adam()
                .resource(Claims.plain(scene.ads(), site.world().fresh("mine"))
                        .withSpec(spec)
                        .build())
                .create();

        attempt.staysWithoutEffect("the volume belongs to its claim; this one waits for ever", () -> {
            assertThat(site.admin().resource(claim).get().getStatus().getPhase())
                    .isEqualTo("Pending");
            assertThat(site.admin()
                            .persistentVolumes()
                            .withName(scene.originVolume())
                            .get()
                            .getSpec()
                            .getClaimRef()
                            .getNamespace())
                    .isEqualTo(scene.vision());
        });
        site.admin().resource(claim).delete();
    }
}
