package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import org.junit.jupiter.api.Test;

/** Our labels and annotations on storage, written by somebody else. */
@Attack(line = 16)
@WithAndWithoutProcesses
class Line16LabelsOfOursIT {
    private static final String GUARD = "mooring-storage-labels";

    private final Site site;
    private final Scene scene;

    Line16LabelsOfOursIT(Processes processes, Site site) {
        this.site = site;
        scene = site.scene();
        site.put(processes);
    }

    @Test
    void aClaimThatSaysItIsAMirrorIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.ads(), "mine")
                .editMetadata()
                .addToLabels("mooring.dev/mirror", "true")
                .endMetadata()
                .build();

        attempt.refused(
                GUARD, "ReservedLabel", () -> scene.adam().resource(claim).create(), "mooring.dev/mirror");
    }

    @Test
    void aClaimThatSaysItHoldsADataVolumeIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.ads(), "mine")
                .editMetadata()
                .addToLabels("mooring.dev/data-volume", Scene.IMAGENET)
                .endMetadata()
                .build();

        attempt.refused(
                GUARD, "ReservedLabel", () -> scene.adam().resource(claim).create());
    }

    @Test
    void anAnnotationOfOursOnAClaimIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.ads(), "mine")
                .editMetadata()
                .addToAnnotations("mooring.dev/original-reclaim-policy", "Delete")
                .endMetadata()
                .build();

        attempt.refused(
                GUARD, "ReservedAnnotation", () -> scene.adam().resource(claim).create());
    }

    @Test
    void theLabelOfTheClaimWithTheDataIsNotTakenOff(Attempt attempt) {
        attempt.refused(
                GUARD,
                "ReservedLabel",
                () -> scene.vera()
                        .persistentVolumeClaims()
                        .inNamespace(scene.vision())
                        .withName(Scene.ORIGIN)
                        .edit(claim -> claim.edit()
                                .editMetadata()
                                .removeFromLabels("mooring.dev/data-volume")
                                .endMetadata()
                                .build()));
    }

    @Test
    void theNotedReclaimPolicyIsNotChangedByAnAdministrator(Attempt attempt) {
        attempt.refused(
                GUARD,
                "ReservedAnnotation",
                () -> site.admin()
                        .persistentVolumes()
                        .withName(scene.originVolume())
                        .edit(volume -> volume.edit()
                                .editMetadata()
                                .addToAnnotations("mooring.dev/original-reclaim-policy", "Recycle")
                                .endMetadata()
                                .build()));
    }

    @Test
    void anAnnotationThatIsTakenOffARunningPodTakesNothingAway(Attempt attempt) {
        attempt.hasNoEffect("the pod keeps its read-only volume", () -> {
            HasMetadata pod = scene.rosa()
                    .pods()
                    .inNamespace(scene.robotics())
                    .withName("reader")
                    .patch(Merge.PATCH, "{\"metadata\":{\"annotations\":{\"" + Pods.DATA_VOLUMES + "\":null}}}");
            assertThat(pod.getMetadata().getAnnotations()).doesNotContainKey(Pods.DATA_VOLUMES);
            assertThat(Pods.volumeOf(
                                    scene.rosa()
                                            .pods()
                                            .inNamespace(scene.robotics())
                                            .withName("reader")
                                            .get(),
                                    scene.mirrorName())
                            .getPersistentVolumeClaim()
                            .getReadOnly())
                    .isTrue();
        });
    }
}
