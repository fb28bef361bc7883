package dev.mooring.testcluster.faults;

import java.time.Duration;

/** Waits. */
final class Pause {
    private Pause() {}

    /** Returns at this {@link System#nanoTime()}, at once if it is past. */
    static void until(long nanoTime) throws InterruptedException {
        long left = nanoTime - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }
}
