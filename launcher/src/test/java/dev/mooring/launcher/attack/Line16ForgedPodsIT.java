package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we would set, on pods beforehand: our labels, our annotations, the volume and the mounts that we add. */
@Attack(line = 16)
class Line16ForgedPodsIT {
    private static final String GUARD = "pods.mooring.dev";

    private final Site site;
    private final Scene scene;

    Line16ForgedPodsIT(Site site) {
        this.site = site;
        scene = site.scene();
    }

    @Test
    void theLabelsOfAMirrorGiveNothing(Attempt attempt) {
        giveNothing(attempt, labels(site.admin().resource(scene.mirror()).get()));
    }

    @Test
    void theLabelsOfTheProjectThatOwnsTheDataGiveNothing(Attempt attempt) {
        giveNothing(
                attempt,
                labels(site.admin().namespaces().withName(scene.vision()).get()));
    }

    private void giveNothing(Attempt attempt, Map<String, String> labels) {
        var pod = Pods.asking(scene.ads(), "forged", scene.reference())
                .editMetadata()
                .addToLabels(labels)
                .endMetadata()
                .build();

        attempt.refused(GUARD, "NotShared", () -> scene.adam().resource(pod).create());
    }

    private static Map<String, String> labels(HasMetadata object) {
        return object.getMetadata().getLabels();
    }

    @ParameterizedTest
    @CsvSource({
        "mooring.dev/data-volume, imagenet",
        "mooring.dev/adopt, research",
        "mooring.dev/unused-since, 2026-01-01T00:00:00Z",
        "mooring.dev/revoked-at, 2026-01-01T00:00:00Z",
        "mooring.dev/on-revoke, Evict",
        "mooring.dev/held-by, nobody",
        "mooring.dev/heartbeat, 9000"
    })
    void anAnnotationThatOurProcessesWriteElsewhereMountsNothing(String key, String value, Attempt attempt) {
        var pod = Pods.plain(scene.robotics(), "forged")
                .editMetadata()
                .addToAnnotations(key, value)
                .endMetadata()
                .build();

        attempt.hasNoEffect(
                "nothing is mounted",
                () -> assertThat(dry(pod).getSpec().getVolumes())
                        .noneMatch(volume -> volume.getPersistentVolumeClaim() != null));
    }

    @Test
    void ourVolumeAndMountGiveNothingToAProjectWithoutAShare(Attempt attempt) {
        var pod = withOurVolume(Pods.asking(scene.ads(), "forged", scene.reference()), ourVolume());

        attempt.refused(GUARD, "NotShared", () -> scene.adam().resource(pod).create());
    }

    @Test
    void ourVolumeAndMountThatWouldWriteAreMadeToRead(Attempt attempt) {
        var writable = new VolumeBuilder(ourVolume())
                .editPersistentVolumeClaim()
                .withReadOnly(false)
                .endPersistentVolumeClaim()
                .build();
        var pod = withOurVolume(Pods.asking(scene.robotics(), "forged", scene.reference()), writable);

        attempt.hasNoEffect("volume and mount are made read-only", () -> {
            var made = dry(pod);
            assertThat(Pods.volumeOf(made, scene.mirrorName())
                            .getPersistentVolumeClaim()
                            .getReadOnly())
                    .isTrue();
            assertThat(made.getSpec().getContainers().getFirst().getVolumeMounts())
                    .filteredOn(mount -> mount.getName().equals(writable.getName()))
                    .isNotEmpty()
                    .allSatisfy(mount -> assertThat(mount.getReadOnly()).isTrue());
        });
    }

    @Test
    void aVolumeOfOurNameThatIsSomethingElseIsRefused(Attempt attempt) {
        var other = new VolumeBuilder()
                .withName(ourVolume().getName())
                .withNewEmptyDir()
                .endEmptyDir()
                .build();
        var pod = withOurVolume(Pods.asking(scene.robotics(), "forged", scene.reference()), other);

        attempt.refused(
                GUARD, "VolumeNameTaken", () -> scene.rosa().resource(pod).create());
    }

    /** The volume as our webhook adds it. */
    private Volume ourVolume() {
        var reader = site.admin()
                .pods()
                .inNamespace(scene.robotics())
                .withName("reader")
                .get();
        return Pods.volumeOf(reader, scene.mirrorName());
    }

    private Pod dry(Pod pod) {
        return scene.rosa().resource(pod).dryRun(true).create();
    }

    private static Pod withOurVolume(PodBuilder pod, Volume volume) {
        return pod.editSpec()
                .addToVolumes(volume)
                .editFirstContainer()
                .addNewVolumeMount()
                .withName(volume.getName())
                .withMountPath("/mnt/data")
                .endVolumeMount()
                .endContainer()
                .endSpec()
                .build();
    }
}
