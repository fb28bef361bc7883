package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void quotesWhatOthersWrote() {
        assertThat(Wording.quote("imagenet")).isEqualTo("\"imagenet\"");
    }

    @Test
    void keepsEverythingOnOneVisibleLine() {
        assertThat(Wording.quote("a\nb\u0000c\u202Ed\uD83De")).isEqualTo("\"a?b?c?d?e\"");
    }

    @Test
    void cutsWhatIsLong() {
        assertThat(Wording.quote("x".repeat(1_000_000))).isEqualTo("\"" + "x".repeat(80) + "…\"");
    }

    @Test
    void keepsWhatJustFits() {
        assertThat(Wording.quote("x".repeat(80))).isEqualTo("\"" + "x".repeat(80) + "\"");
    }

    @Test
    void listsAFewAndCountsTheRest() {
        assertThat(Wording.list(List.of(1, 2, 3, 4, 5))).isEqualTo("1, 2, 3, 4, 5");
        assertThat(Wording.list(List.of(1, 2, 3, 4, 5, 6, 7))).isEqualTo("1, 2, 3, 4, 5 and 2 more");
    }
}
