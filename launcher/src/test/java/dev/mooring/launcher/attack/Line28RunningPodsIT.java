package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pod that runs asks for data, or for more. */
@Attack(line = 28)
@WithAndWithoutProcesses
class Line28RunningPodsIT {
    private final Site site;
    private final Scene scene;
    private Pod pod = new Pod();

    Line28RunningPodsIT(Processes processes, Site site) {
        this.site = site;
        scene = site.scene();
        site.put(processes);
    }

    @BeforeEach
    void run() {
        pod = scene.rosa()
                .resource(Pods.plain(scene.robotics(), site.world().fresh("running"))
                        .build())
                .create();
    }

    @AfterEach
    void end() {
        scene.rosa().resource(pod).withGracePeriod(0).delete();
    }

    @Test
    void anAnnotationThatComesLaterMountsNothing(Attempt attempt) {
        attempt.hasNoEffect(
                "the spec stays as it was",
                () -> assertThat(edited(found -> found.editMetadata()
                                        .addToAnnotations(Pods.DATA_VOLUMES, scene.reference())
                                        .endMetadata())
                                .getSpec())
                        .isEqualTo(pod.getSpec()));
    }

    @Test
    void aLabelThatComesLaterMountsNothing(Attempt attempt) {
        attempt.hasNoEffect(
                "the spec stays as it was",
                () -> assertThat(edited(found -> found.editMetadata()
                                        .addToLabels("app", "reader")
                                        .endMetadata())
                                .getSpec())
                        .isEqualTo(pod.getSpec()));
    }

    @Test
    void aVolumeThatComesLaterIsRefused(Attempt attempt) {
        attempt.refusedByKubernetes(
                () -> edited(found -> found.editSpec()
                        .addToVolumes(Pods.volume("data", scene.mirrorName(), true))
                        .endSpec()),
                "pod updates may not change fields");
    }

    private Pod edited(UnaryOperator<PodBuilder> change) {
        return scene.rosa()
                .resource(pod)
                .edit(found -> change.apply(new PodBuilder(found)).build());
    }
}
