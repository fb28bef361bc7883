package dev.mooring.controller.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodViewTest {
    @Test
    void keepsTheMirrorsThatAPodNamesEachOnce() {
        assertThat(PodView.of(pod("Running", "dv.vision.imagenet", "own", "dvrw.vision.scratch", "dv.vision.imagenet")))
                .isEqualTo(new PodView(
                        "speech", "train", "pod-uid", false, List.of("dv.vision.imagenet", "dvrw.vision.scratch")));
    }

    @Test
    void keepsNothingOfAPodWithoutMirrors() {
        assertThat(PodView.of(pod("Running", "own", "dv.not-a-mirror"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Succeeded", "Failed"})
    void keepsNothingOfAPodThatHasFinished(String phase) {
        assertThat(PodView.of(pod(phase, "dv.vision.imagenet"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pending", "Running", "Unknown"})
    void keepsAPodThatHasNotFinished(String phase) {
        assertThat(PodView.of(pod(phase, "dv.vision.imagenet"))).isNotNull();
    }

    @Test
    void seesThatAPodHasItsNode() {
        var pod = pod("Pending", "dv.vision.imagenet");
        pod.getSpec().setNodeName("node-1");

        assertThat(PodView.of(pod)).extracting(PodView::placed).isEqualTo(true);
    }

    private static Pod pod(String phase, String... claims) {
        var volumes = new StringBuilder("  - {name: tmp, emptyDir: {}}\n");
        for (int i = 0; i < claims.length; i++) {
            volumes.append("  - {name: v%d, persistentVolumeClaim: {claimName: %s}}\n".formatted(i, claims[i]));
        }
        return Serialization.unmarshal("""
                apiVersion: v1
                kind: Pod
                metadata: {namespace: speech, name: train, uid: pod-uid}
                status: {phase: %s}
                spec:
                  volumes:
                %s""".formatted(phase, volumes), Pod.class);
    }
}
