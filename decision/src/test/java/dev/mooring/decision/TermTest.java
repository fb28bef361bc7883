package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TermTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void endsAtItsEnd() {
        assertThat(new Term(NOON).includes(NOON.minusNanos(1))).isTrue();
        assertThat(new Term(NOON).includes(NOON)).isFalse();
    }

    @Test
    void neverHoldsAtNoTimeAndUnlimitedAtAnyTime() {
        assertThat(Term.NEVER.includes(NOON)).isFalse();
        assertThat(Term.UNLIMITED.includes(NOON)).isTrue();
    }

    @Test
    void theLongerOfTwoEndsLater() {
        Term short1 = new Term(NOON);
        Term long1 = new Term(NOON.plusSeconds(1));

        assertThat(short1.longer(long1)).isEqualTo(long1);
        assertThat(long1.longer(short1)).isEqualTo(long1);
    }
}
