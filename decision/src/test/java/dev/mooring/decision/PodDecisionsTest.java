package dev.mooring.decision;

import static dev.mooring.decision.World.IMAGENET;
import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.NOTES;
import static dev.mooring.decision.World.SCRATCH;
import static dev.mooring.decision.World.asking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Allow;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodDecisionsTest {
    private static final String ASKS_NOTHING = """
            {metadata: {name: 'train', annotations: {'sidecar.istio.io/inject': 'true'}},
             spec: {containers: [{name: 'main', volumeMounts: [{name: 'own', mountPath: '/own'}]}],
                    volumes: [{name: 'own', persistentVolumeClaim: {claimName: 'dvx'}}, {name: 'tmp', emptyDir: {}}]}}
            """;

    @Test
    void aPodThatAsksForNothingIsLetThroughWithoutAThought() {
        assertThat(NLP.mutate(ASKS_NOTHING)).isSameAs(Allow.NOTHING);
        assertThat(NLP.validate(ASKS_NOTHING)).isSameAs(Allow.NOTHING);
    }

    @Test
    void namesWhatAPodUsesOnce() {
        String pod = asking("imagenet, imagenet:/mnt/i, scratch:rw, notes");

        assertThat(NLP.validate(NLP.mutated(pod)))
                .isEqualTo(new Allow(
                        List.of(),
                        List.of(
                                new VolumeUse(IMAGENET, AccessMode.READ_ONLY),
                                new VolumeUse(SCRATCH, AccessMode.READ_WRITE),
                                new VolumeUse(NOTES, AccessMode.READ_ONLY))));
    }

    @Test
    void mutationWarnsOfKeysThatMeanNothing() {
        assertThat(NLP.mutate("""
                        {metadata: {name: 'train', annotations: {'mooring.dev/data-volume': 'imagenet'}},
                         spec: {containers: [{name: 'main'}]}}
                        """))
                .isEqualTo(new Allow(
                        List.of(
                                "annotation mooring.dev/data-volume is unknown; did you mean mooring.dev/data-volumes?"),
                        List.of()));
    }

    @Test
    void aPodThatHasNoNameYetIsStillSpokenOf() {
        assertThat(NLP.mutate("{metadata: {annotations: {'mooring.dev/data-volumes': ''}}}"))
                .isEqualTo(new Decision.Deny(
                        DenyReason.UNREADABLE_REFERENCE,
                        "pod in project \"nlp\": mooring.dev/data-volumes, column 1: an item of the list is empty;"
                                + " a reference is [project/]name[:path][:ro|rw]"));
    }
}
