package dev.mooring.launcher.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Settings SHORT =
            new Settings(1, 20, Duration.ofSeconds(50), Duration.ofMinutes(5), 8, true, true);

    @Test
    void aShortRunGoesOnThoughItHasEnough() {
        assertThat(SHORT.isOver(Duration.ofSeconds(49), 100)).isFalse();
        assertThat(SHORT.isOver(Duration.ofSeconds(51), 20)).isTrue();
    }

    @Test
    void aRunGoesOnUntilItHasEnough() {
        assertThat(SHORT.isOver(Duration.ofMinutes(4), 19)).isFalse();
    }

    @Test
    void aRunIsOverWhenItsTimeIs() {
        assertThat(SHORT.isOver(Duration.ofMinutes(6), 0)).isTrue();
    }

    @Test
    void halfOfARunIsOverWithHalfOfWhatItNeeds() {
        assertThat(SHORT.isHalfOver(Duration.ofSeconds(26), 9)).isFalse();
        assertThat(SHORT.isHalfOver(Duration.ofSeconds(26), 10)).isTrue();
    }
}
