package dev.mooring.controller.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.object.ObjectKey;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FirstSeenTest {
    private static final ObjectKey KEY = new ObjectKey("vision", "imagenet-to-research");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final FirstSeen seen = new FirstSeen(nanos::get);

    @Test
    void countsFromTheFirstSight() {
        seen.ago(KEY, "one");
        nanos.addAndGet(7);
        seen.ago(KEY, "one");
        nanos.addAndGet(4);

        assertThat(seen.ago(KEY, "one")).isEqualTo(Duration.ofNanos(11));
    }

    @Test
    void countsAnewForAnotherShareOfTheSameName() {
        seen.ago(KEY, "one");
        nanos.addAndGet(7);

        assertThat(seen.ago(KEY, "two")).isEqualTo(Duration.ZERO);
    }

    @Test
    void countsAnewOnceForgotten() {
        seen.ago(KEY, "one");
        nanos.addAndGet(7);
        seen.forget(KEY);

        assertThat(seen.ago(KEY, "one")).isEqualTo(Duration.ZERO);
    }
}
