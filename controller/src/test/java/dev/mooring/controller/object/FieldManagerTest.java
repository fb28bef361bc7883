package dev.mooring.controller.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldManagerTest {
    @ParameterizedTest
    @ValueSource(ints = {404, 409})
    void somebodyWasFasterWhenTheObjectWentOrChanged(int code) {
        assertThat(FieldManager.isOutdated(new KubernetesClientException("", code, null)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 403, 422, 500})
    void everyOtherRefusalIsAFailure(int code) {
        assertThat(FieldManager.isOutdated(new KubernetesClientException("", code, null)))
                .isFalse();
    }

    @Test
    void aFaultOfOursIsAFailure() {
        assertThat(FieldManager.isOutdated(new IllegalStateException())).isFalse();
    }
}
