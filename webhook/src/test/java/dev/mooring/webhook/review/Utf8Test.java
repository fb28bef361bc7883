package dev.mooring.webhook.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "abcdefgh", "abcdefghi", "ü", "abcdefgü", "日本", "𝄞", "abcdefgh𝄞abcdefgh"})
    void acceptsText(String text) {
        assertThat(Utf8.isWellFormed(text.getBytes(UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"80", "c0ae", "c3", "e28082c3", "eda080", "f8808080", "f4908080", "ff", "6161616161616161c0"})
    void refusesWhatIsNoText(String hex) {
        assertThat(Utf8.isWellFormed(HexFormat.of().parseHex(hex))).isFalse();
    }

    @Test
    void checksToTheEndOfLongText() {
        byte[] bytes = ("ü" + "日本語".repeat(5_000)).getBytes(UTF_8);
        assertThat(Utf8.isWellFormed(bytes)).isTrue();

        bytes[bytes.length - 1] = 'x';
        assertThat(Utf8.isWellFormed(bytes)).isFalse();
    }
}
