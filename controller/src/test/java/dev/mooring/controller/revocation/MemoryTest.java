package dev.mooring.controller.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.object.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final ObjectKey MIRROR = new ObjectKey("speech", "dv.vision.imagenet");

    private final AtomicLong nanos = new AtomicLong();
    private final Memory memory = new Memory(nanos::get);

    @Test
    void knowsWhenAPodWasLastAsked() {
        memory.ask(MIRROR, "uid");
        nanos.addAndGet(7);

        assertThat(memory.askedFor(MIRROR, "uid")).isEqualTo(Duration.ofNanos(7));
        assertThat(memory.askedFor(MIRROR, "another")).isNull();
    }

    @Test
    void saysNothingTwice() {
        assertThat(memory.isNews(MIRROR, "gone")).isTrue();
        assertThat(memory.isNews(MIRROR, "gone")).isFalse();
    }

    @Test
    void knowsWhatItHasSaid() {
        memory.isNews(MIRROR, "gone");

        assertThat(memory.hasSaid(MIRROR, "gone")).isTrue();
        assertThat(memory.hasSaid(MIRROR, "back")).isFalse();
    }

    @Test
    void knowsWhenAGrantWasLastInForceUntilTheMirrorIsGone() {
        memory.seeInForce(MIRROR, Instant.EPOCH);
        memory.forget(MIRROR);
        assertThat(memory.lastInForce(MIRROR)).isEqualTo(Instant.EPOCH);

        memory.forgetInForce(MIRROR);
        assertThat(memory.lastInForce(MIRROR)).isNull();
    }

    @Test
    void forgetsAMirrorThatIsDoneWith() {
        memory.ask(MIRROR, "uid");
        memory.isNews(MIRROR, "gone");
        memory.forget(MIRROR);

        assertThat(memory.askedFor(MIRROR, "uid")).isNull();
        assertThat(memory.isNews(MIRROR, "gone")).isTrue();
    }
}
