package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeIsReadOnlyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", ", readOnly: false"})
    void deniesAWritableVolumeOfReadOnlyData(String readOnly) {
        assertThat(NLP.validate("""
                        {metadata: {name: 'train'},
                         spec: {containers: [{name: 'main'}],
                                volumes: [{name: 'mine', persistentVolumeClaim: {claimName: 'dv.vision.imagenet' %s}}]}}
                        """.formatted(readOnly)))
                .isEqualTo(denied(
                        DenyReason.NOT_READ_ONLY,
                        "volume \"mine\" with claim \"dv.vision.imagenet\" is not read-only;"
                                + " set persistentVolumeClaim.readOnly: true on the volume"));
    }
}
