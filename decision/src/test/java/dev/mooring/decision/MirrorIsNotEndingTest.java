package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.asking;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirrorIsNotEndingTest {
    private static final World ENDING = ending("train-1, train-2 and 3 more");
    private static final String LEFT =
            "claim \"dv.vision.imagenet\", which an earlier share left and which is being deleted; create this again ";
    private static final String WHY = LEFT + "when these pods have ended: train-1, train-2 and 3 more";

    @Test
    void deniesAReference() {
        assertThat(ENDING.mutate(asking("imagenet"))).isEqualTo(deniedBecause(WHY));
    }

    @Test
    void deniesATypedClaim() {
        assertThat(ENDING.validate("""
                        {metadata: {name: 'train'},
                         spec: {volumes: [{name: 'mine', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}}]}}
                        """)).isEqualTo(denied(DenyReason.MIRROR_ENDING, "volume \"mine\" needs " + WHY));
    }

    @Test
    void namesTheFinalizersThatKeepTheMirrorWhateverPodsDo() {
        assertThat(ending("", "example.com/a", "example.com/b").mutate(asking("imagenet")))
                .isEqualTo(deniedBecause(LEFT + "when these finalizers are off: example.com/a, example.com/b"));
    }

    @Test
    void namesPodsAndFinalizersWhereBothHoldIt() {
        assertThat(ending("train-1", "example.com/a").mutate(asking("imagenet")))
                .isEqualTo(deniedBecause(LEFT
                        + "when these pods have ended: train-1, and when these finalizers are off: example.com/a"));
    }

    @Test
    void saysWhatKeepsAMirrorWhereNobodyIsKnownToHoldIt() {
        assertThat(ending("").mutate(asking("imagenet")))
                .isEqualTo(deniedBecause(LEFT + "when the last pod that mounts it ends"));
    }

    @Test
    void leavesOtherMirrorsAlone() {
        assertThat(ENDING.mutate(asking("laion"))).isInstanceOf(Plan.class);
    }

    private static World ending(String pods, String... finalizers) {
        return NLP.ending("dv.vision.imagenet", new EndingMirror(pods, List.of(finalizers)));
    }

    private static Decision.Deny deniedBecause(String why) {
        return denied(DenyReason.MIRROR_ENDING, "\"imagenet\" (column 1 of mooring.dev/data-volumes) needs " + why);
    }
}
