package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorClaimNameTest {
    private static final DataVolumeId IMAGENET = new DataVolumeId("vision", "imagenet");

    @Test
    void spellsProjectAndName() {
        assertThat(MirrorClaimName.of(AccessMode.READ_ONLY, IMAGENET)).isEqualTo("dv.vision.imagenet");
        assertThat(MirrorClaimName.of(AccessMode.READ_WRITE, IMAGENET)).isEqualTo("dvrw.vision.imagenet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dv.vision.imagenet", "dvrw.a.b", "dv.team-1.laion-5b"})
    void readsWhatItSpells(String name) {
        assertThat(MirrorClaimName.parse(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dv",
                "dv.",
                "dvx",
                "imagenet",
                "dv.vision",
                "dv..imagenet",
                "dv.vision.",
                "dv.vision.a.b",
                "dv.Vision.a",
                "dv.vision.a-",
                "dv.-vision.a",
                "dv.1vision.a",
                "DV.vision.a",
                "dvrw.vision",
                "dv.vision.imagenet "
            })
    void isNotReadFromOtherNames(String name) {
        assertThat(MirrorClaimName.parse(name)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dv.", "dv.x", "dvrw.", "dvrw.a.b.c"})
    void reservesItsPrefixes(String name) {
        assertThat(MirrorClaimName.isReserved(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dv", "dvx", "dvx.a", "dvrwx.a", "xdv.a.b", "DV.a.b"})
    void reservesNothingElse(String name) {
        assertThat(MirrorClaimName.isReserved(name)).isFalse();
    }
}
