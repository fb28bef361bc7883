package dev.mooring.decision;

import static dev.mooring.decision.World.IMAGENET;
import static dev.mooring.decision.World.asking;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VolumeIsReadyTest {
    private static final World LOST = World.only(UsableVolume.shared(
            IMAGENET,
            "imagenet-claim",
            new VolumeState.NotReady("its claim is not bound"),
            AccessMode.READ_ONLY,
            Term.UNLIMITED));

    @Test
    void deniesAReferenceWithTheReason() {
        assertThat(LOST.mutate(asking("imagenet")))
                .isEqualTo(denied(
                        DenyReason.NOT_READY,
                        "\"imagenet\" (column 1 of mooring.dev/data-volumes) means data volume \"vision/imagenet\","
                                + " which is not ready: its claim is not bound"));
    }

    @Test
    void deniesATypedClaimWithTheReason() {
        assertThat(LOST.validate("""
                        {metadata: {name: 'train'},
                         spec: {volumes: [{name: 'mine', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}}]}}
                        """))
                .isEqualTo(
                        denied(
                                DenyReason.NOT_READY,
                                "volume \"mine\" is data volume \"vision/imagenet\", which is not ready: its claim is not bound"));
    }
}
