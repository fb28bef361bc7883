package dev.mooring.launcher.revocation;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import org.junit.jupiter.api.Test;

/**
 * A short run, unless {@code -Drevocation.interleavings=10000} asks for a long one; {@code -Drevocation.seed=} makes the choices
 * of another run again. docs/revocation.md says more.
 */
class InterleavingsIT {
    @Test
    void nobodyIsLetInTwoSecondsAfterTheEndOfAGrant() throws Exception {
        var settings = Settings.ofThisRun();

        var conclusion = Run.of(settings);

        assertSoftly(all -> {
            all.assertThat(conclusion.findings().wrong()).isEmpty();
            all.assertThat(conclusion.findings().oldLists()).isEmpty();
            conclusion.failures().forEach(failure -> all.fail(failure.who(), failure.cause()));
            all.assertThat(conclusion.interleavings())
                    .as("interleavings that count")
                    .isGreaterThanOrEqualTo(settings.interleavings());
            all.assertThat(conclusion.findings().tried())
                    .as("the same by the log")
                    .isGreaterThanOrEqualTo(conclusion.needed());
        });
    }
}
