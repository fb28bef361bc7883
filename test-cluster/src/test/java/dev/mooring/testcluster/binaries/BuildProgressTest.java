package dev.mooring.testcluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildProgressTest {
    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final BuildProgress progress = new BuildProgress("kwok", told::add, () -> now);

    @Test
    void tellsHowManyPackagesAreDoneAndHowLongItTook() {
        progress.compiling(3);
        progress.compiled();
        progress.compiled();
        after(Duration.ofSeconds(75));

        assertThat(told)
                .containsExactly("kwok: Go packages to compile: 3", "kwok: 2 of 3 Go packages compiled (1 min 15 s)");
    }

    @Test
    void saysThatItLinksOnceAllIsCompiled() {
        progress.compiling(1);
        progress.compiled();
        after(Duration.ofSeconds(20));

        assertThat(told).last().isEqualTo("kwok: linking (20 s)");
    }

    @Test
    void staysSilentBetweenTimes() {
        progress.compiling(3);
        told.clear();
        after(Duration.ofSeconds(9));

        assertThat(told).isEmpty();
    }

    private void after(Duration time) {
        now = now.plus(time);
        progress.tick();
    }
}
