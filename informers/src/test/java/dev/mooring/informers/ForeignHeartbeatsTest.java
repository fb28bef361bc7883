package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.informers.ForeignHeartbeats.Leftover;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForeignHeartbeatsTest {
    private final ForeignHeartbeats others = new ForeignHeartbeats(Duration.ofNanos(10));

    @Test
    void areLeftOverOnceTheyHaveRestedTooLong() {
        others.came(heartbeat("7"), 0);

        assertThat(others.leftovers(11)).containsExactly(new Leftover("heartbeat-a", "7"));
    }

    @Test
    void mayRestForAWhile() {
        others.came(heartbeat("7"), 0);

        assertThat(others.leftovers(10)).isEmpty();
    }

    @Test
    void doNotRestWhileTheyChange() {
        others.came(heartbeat("7"), 0);
        others.came(heartbeat("8"), 9);

        assertThat(others.leftovers(19)).isEmpty();
    }

    @Test
    void restOnWhenTheSameIsListedAgain() {
        others.came(heartbeat("7"), 0);
        others.came(heartbeat("7"), 9);

        assertThat(others.leftovers(11)).hasSize(1);
    }

    @Test
    void areNotLeftOverWhenTheyAreGone() {
        others.came(heartbeat("7"), 0);
        others.went("heartbeat-a");

        assertThat(others.leftovers(11)).isEmpty();
    }

    private static ObjectMeta heartbeat(String version) {
        return new ObjectMetaBuilder()
                .withName("heartbeat-a")
                .withResourceVersion(version)
                .build();
    }
}
