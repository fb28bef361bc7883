package dev.mooring.controller.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacementsTest {
    private static final String KEY = "speech/train";
    private static final Instant MADE = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant REPORTED = MADE.plusSeconds(7);

    private final Placements placements = new Placements();

    @Test
    void aPodThatNamedItsNodeHasItFromTheStartThoughAKubeletReportsItLater() {
        placements.changed(KEY, null, pod("a", MADE));
        placements.changed(KEY, pod("a", MADE), pod("a", REPORTED));

        assertThat(placements.placedAt(pod("a", REPORTED))).isEqualTo(MADE);
    }

    @Test
    void aPodThatWasBoundHasItsNodeSinceThen() {
        placements.changed(KEY, null, pod("a", null));
        assertThat(placements.placedAt(pod("a", null))).isNull();

        placements.changed(KEY, pod("a", null), pod("a", REPORTED));
        assertThat(placements.placedAt(pod("a", REPORTED))).isEqualTo(REPORTED);
    }

    @Test
    void aPodThatWasNeverSeenHasItsNodeSinceItSaysSo() {
        assertThat(placements.placedAt(pod("a", REPORTED))).isEqualTo(REPORTED);
    }

    @Test
    void whatIsGoneOrMadeAgainIsForgotten() {
        placements.changed(KEY, null, pod("a", MADE));
        placements.changed(KEY, pod("a", MADE), pod("b", null));
        assertThat(placements.placedAt(pod("a", REPORTED))).isEqualTo(REPORTED);

        placements.changed(KEY, pod("b", null), pod("b", MADE));
        placements.changed(KEY, pod("b", MADE), null);
        assertThat(placements.placedAt(pod("b", REPORTED))).isEqualTo(REPORTED);
    }

    private static PodView pod(String uid, @Nullable Instant placedAt) {
        return new PodView(
                "speech", "train", uid, placedAt, Duration.ofSeconds(30), null, List.of("dv.vision.imagenet"));
    }
}
