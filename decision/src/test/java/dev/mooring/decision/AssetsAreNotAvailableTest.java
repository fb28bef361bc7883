package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsAreNotAvailableTest {

    @ParameterizedTest
    @ValueSource(strings = {"environment", "compute-resource", "data-sources"})
    void deniesBuildingBlocks(String key) {
        String pod = """
                {metadata: {name: 'train', annotations: {'mooring.dev/%s': 'jupyter'}}, spec: {containers: [{name: 'main'}]}}
                """.formatted(key);

        assertThat(NLP.mutate(pod))
                .isEqualTo(NLP.validate(pod))
                .isEqualTo(denied(
                        DenyReason.ASSETS_NOT_AVAILABLE,
                        "annotation mooring.dev/" + key + " is not available in this version of Mooring; remove it,"
                                + " and write into the pod what it stands for"));
    }
}
