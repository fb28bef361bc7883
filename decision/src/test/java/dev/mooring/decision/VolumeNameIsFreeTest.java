package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeNameIsFreeTest {

    @ParameterizedTest
    @ValueSource(strings = {"emptyDir: {}", "persistentVolumeClaim: {claimName: 'mine'}"})
    void deniesWhereSomethingElseHasIt(String source) {
        String name = VolumeNames.of("dv.vision.imagenet");

        assertThat(NLP.mutate("""
                        {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet'}},
                         spec: {containers: [{name: 'main'}], volumes: [{name: '%s', %s}]}}
                        """.formatted(name, source)))
                .isEqualTo(denied(
                        DenyReason.VOLUME_NAME_TAKEN,
                        "\"imagenet\" (column 1 of mooring.dev/data-volumes) needs a volume named \"" + name
                                + "\", and the pod has one of that name that is something else; rename that one"));
    }
}
