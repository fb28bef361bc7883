package dev.mooring.controller.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodViewTest {
    private static final Instant MADE = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void keepsTheMirrorsThatAPodNamesEachOnce() {
        assertThat(PodView.of(pod("Running", "dv.vision.imagenet", "own", "dvrw.vision.scratch", "dv.vision.imagenet")))
                .isEqualTo(new PodView(
                        "speech",
                        "train",
                        "pod-uid",
                        null,
                        Duration.ofSeconds(30),
                        null,
                        List.of("dv.vision.imagenet", "dvrw.vision.scratch")));
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
    void aPodThatBroughtItsNodeHasBeenPlacedSinceItWasMade() {
        assertThat(PodView.of(placed())).extracting(PodView::placedAt).isEqualTo(MADE);
    }

    @Test
    void aPodThatWasBoundHasBeenPlacedSinceThen() {
        var pod = placed();
        pod.getStatus().getConditions().add(scheduled("True", "2026-11-24T12:00:00Z"));

        assertThat(PodView.of(pod)).extracting(PodView::placedAt).isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
    }

    @Test
    void aConditionThatSaysNoOrIsNoTimeSaysNothing() {
        var pod = placed();
        pod.getStatus().getConditions().add(scheduled("False", "2026-11-24T12:00:00Z"));
        pod.getStatus().getConditions().add(scheduled("True", "noon"));

        assertThat(PodView.of(pod)).extracting(PodView::placedAt).isEqualTo(MADE);
    }

    @Test
    void seesHowMuchTimeIsLeftToAPodThatIsBeingDeleted() {
        var pod = placed();
        pod.getMetadata().setDeletionTimestamp("2026-11-24T13:00:00Z");
        pod.getMetadata().setDeletionGracePeriodSeconds(60L);
        pod.getSpec().setTerminationGracePeriodSeconds(86_400L);

        assertThat(PodView.of(pod))
                .extracting(PodView::endsWithin, PodView::grace)
                .containsExactly(Duration.ofMinutes(1), Duration.ofDays(1));
    }

    private static Pod placed() {
        var pod = pod("Pending", "dv.vision.imagenet");
        pod.getSpec().setNodeName("node-1");
        return pod;
    }

    private static PodCondition scheduled(String status, String since) {
        return new PodConditionBuilder()
                .withType("PodScheduled")
                .withStatus(status)
                .withLastTransitionTime(since)
                .build();
    }

    private static Pod pod(String phase, String... claims) {
        var volumes = new StringBuilder("  - {name: tmp, emptyDir: {}}\n");
        for (int i = 0; i < claims.length; i++) {
            volumes.append("  - {name: v%d, persistentVolumeClaim: {claimName: %s}}\n".formatted(i, claims[i]));
        }
        return Serialization.unmarshal("""
                apiVersion: v1
                kind: Pod
                metadata:
                  namespace: speech
                  name: train
                  uid: pod-uid
                  creationTimestamp: "2026-11-24T10:00:00Z"
                status: {phase: %s}
                spec:
                  volumes:
                %s""".formatted(phase, volumes), Pod.class);
    }
}
