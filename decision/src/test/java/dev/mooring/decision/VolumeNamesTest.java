package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VolumeNamesTest {

    @Test
    void neverChange() {
        assertThat(VolumeNames.of("dv.vision.imagenet")).isEqualTo("dv-f8002fbd9e52971b");
    }

    @Test
    void differByClaim() {
        assertThat(VolumeNames.of("dv.vision.imagenet")).isNotEqualTo(VolumeNames.of("dvrw.vision.imagenet"));
    }

    @Test
    void areNamesThatKubernetesTakes() {
        assertThat(VolumeNames.of("dv." + "a".repeat(63) + "." + "b".repeat(63)))
                .matches("dv-[a-f0-9]{1,16}");
    }
}
