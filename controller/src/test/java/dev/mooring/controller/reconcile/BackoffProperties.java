package dev.mooring.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffProperties {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration MOST = Duration.ofSeconds(30);

    @Property
    void aWaitLiesBetweenHalfAndTheWholeOfTheDoubledFirst(
            @ForAll @IntRange(min = 1, max = 8) int failures, @ForAll long seed) {
        var whole = FIRST.multipliedBy(1L << (failures - 1));

        assertThat(new Backoff(FIRST, MOST, new SplittableRandom(seed)).after(failures))
                .isBetween(whole.dividedBy(2), whole);
    }

    @Property
    void noNumberOfFailuresMakesAWaitLongerThanTheLongest(@ForAll @IntRange(min = 10) int failures, @ForAll long seed) {
        assertThat(new Backoff(FIRST, MOST, new SplittableRandom(seed)).after(failures))
                .isBetween(MOST.dividedBy(2), MOST);
    }
}
