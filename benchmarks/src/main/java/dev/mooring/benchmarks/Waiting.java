package dev.mooring.benchmarks;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waits for what others do, and fails a run in which they get no further. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);

    private Waiting() {}

    /** Returns when it is so. */
    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        until(what, 1, () -> condition.getAsBoolean() ? 1 : 0);
    }

    /** Returns when {@code reached} is {@code goal} or more, and says every ten seconds how far it is. */
    static void until(String what, long goal, LongSupplier reached) throws InterruptedException {
        long further = System.nanoTime();
        long said = further;
        long before = reached.getAsLong();
        for (long now = before; now < goal; now = reached.getAsLong()) {
            long time = System.nanoTime();
            if (now != before) {
                before = now;
                further = time;
            }
            if (time - further > PATIENCE.toNanos()) {
                throw new IllegalStateException(what + ": no further than " + now + " of " + goal);
            }
            if (time - said > BETWEEN_WORDS.toNanos()) {
                System.out.printf("%s: %,d of %,d%n", what, now, goal);
                said = time;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
