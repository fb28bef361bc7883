package dev.mooring.controller.reconcile;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long each time, within bounds, half of it by chance so that keys which
 * failed together do not come back together.
 *
 * @param first the longest wait after the first failure
 * @param most the longest wait after any failure
 * @param chance what the waits are drawn from
 */
public record Backoff(Duration first, Duration most, RandomGenerator chance) {
    private static final int MOST_DOUBLINGS = 30;

    /** Returns the wait after {@code failures} failures in a row, one or more. */
    public Duration after(int failures) {
        long doubled = first.toNanos() << Math.min(failures - 1, MOST_DOUBLINGS);
        long longest = doubled < first.toNanos() ? most.toNanos() : Math.min(doubled, most.toNanos());
        return Duration.ofNanos(longest / 2 + chance.nextLong(longest / 2 + 1));
    }
}
