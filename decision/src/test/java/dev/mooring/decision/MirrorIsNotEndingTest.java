package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.asking;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Plan;
import org.junit.jupiter.api.Test;

class MirrorIsNotEndingTest {
    private static final World ENDING = NLP.ending("dv.vision.imagenet");
    private static final String WHY =
            "claim \"dv.vision.imagenet\", which an earlier share left and which is being deleted;"
                    + " it goes when the last pod that mounts it ends, then create this again";

    @Test
    void deniesAReference() {
        assertThat(ENDING.mutate(asking("imagenet")))
                .isEqualTo(denied(
                        DenyReason.MIRROR_ENDING, "\"imagenet\" (column 1 of mooring.dev/data-volumes) needs " + WHY));
    }

    @Test
    void deniesATypedClaim() {
        assertThat(ENDING.validate("""
                        {metadata: {name: 'train'},
                         spec: {volumes: [{name: 'mine', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}}]}}
                        """)).isEqualTo(denied(DenyReason.MIRROR_ENDING, "volume \"mine\" needs " + WHY));
    }

    @Test
    void leavesOtherMirrorsAlone() {
        assertThat(ENDING.mutate(asking("laion"))).isInstanceOf(Plan.class);
    }
}
