package dev.mooring.testcluster;

import java.io.IOException;
import java.time.Duration;

/** Waits for something that another process does. */
final class Await {
    private static final long POLL_MILLIS = 25;

    private Await() {}

    /** Something that becomes true. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /**
     * Returns when {@code condition} holds.
     *
     * @throws IllegalStateException if it does not in time; {@code what} says what was waited for
     */
    static void until(String what, Duration limit, Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + limit.toSeconds() + " s in vain until " + what);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
