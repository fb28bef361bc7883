package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Pods that get a node when their grant has ended. */
@WithCluster
class LateConsumersIT extends RevokingIT {
    LateConsumersIT(TestCluster cluster) {
        super(cluster, "late");
    }

    @Test
    void aPodThatIsBoundAfterTheMirrorIsGoneIsDeleted() {
        var volume = origin("bound");
        var share = mooring.shareWithProject(volume, "late-bound-user");
        var pod = mooring.pod("late-bound-user", "late", mirrorOf("bound"), null);
        var claim = mooring.boundMirror("late-bound-user", mirrorOf("bound"));
        admin.resource(share).delete();
        mooring.eventually(() -> mooring.isGone(claim));
        mooring.bind(pod, node);

        mooring.eventually(() -> mooring.isGone(pod));
    }

    @Test
    void aPodThatIsBoundWhileAKeptOneHoldsTheMirrorIsDeletedAndTheKeptOneStays() {
        var volume = origin("beside");
        var share = mooring.shareWithProject(volume, "late-beside-user");
        var kept = running("late-beside-user", "kept", mirrorOf("beside"));
        var late = mooring.pod("late-beside-user", "late", mirrorOf("beside"), null);
        admin.resource(share).delete();
        awaitRevoked("beside");
        mooring.bind(late, node);

        mooring.eventually(() -> mooring.isGone(late));
        awaitEvent("late-beside-user", late, "ConsumerDeleted");
        assertThat(isEnding(kept)).isFalse();
    }

    @Test
    void aPodThatNamedItsNodeStaysThoughAKubeletReportsItAfterTheEnd() {
        var volume = origin("named");
        var share = mooring.shareWithProject(volume, "late-named-user");
        var pod = running("late-named-user", "train", mirrorOf("named"));
        admin.resource(share).delete();
        awaitRevoked("named");
        admin.resource(pod).subresource("status").patch(PatchContext.of(PatchType.STRATEGIC_MERGE), """
                        {"status": {"conditions": [{"type": "PodScheduled", "status": "True", "lastTransitionTime": "%s"}]}}
                        """.formatted(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS)));

        mooring.always(() -> !isEnding(pod));
    }
}
