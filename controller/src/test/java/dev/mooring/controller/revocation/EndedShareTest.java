package dev.mooring.controller.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndedShareTest {
    @Test
    void isReadAsItWasWritten() {
        var shares = List.of(new EndedShare("to-nlp", "uid-1"), new EndedShare("to.maps", "uid-2"));

        assertThat(EndedShare.parse(EndedShare.text(shares))).isEqualTo(shares);
        assertThat(EndedShare.parse(EndedShare.text(List.of()))).isEmpty();
    }

    @Test
    void isNoneIfTheTextNamesNone() {
        assertThat(EndedShare.parse("everything, a/b/c,/")).isEmpty();
    }

    @Test
    void isOneOfTwentyAtMost() {
        var many = IntStream.range(0, 21)
                .mapToObj(number -> new EndedShare("share-" + number, "uid"))
                .toList();

        assertThat(EndedShare.parse(EndedShare.text(many))).isEqualTo(many.subList(0, 20));
    }
}
