package dev.mooring.launcher.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * A short run, unless {@code -Drevocation.interleavings=10000} asks for a long one; {@code -Drevocation.seed=} makes the choices
 * of another run again. docs/revocation.md says more.
 */
class InterleavingsIT {
    @Test
    void nobodyIsLetInTwoSecondsAfterTheEndOfAGrant() throws Exception {
        var found = Run.of(Settings.ofThisRun());

        assertThat(found.wrong()).isEmpty();
        assertThat(found.verdicts()).as("let in").hasSizeGreaterThan(20);
        assertThat(found.refused()).as("refused").isGreaterThan(20);
        assertThat(found.ends()).as("ends of grants").isGreaterThan(5);
    }
}
