package dev.mooring.controller.revocation;

import java.time.Duration;

/** What becomes of one consumer for now. */
sealed interface Fate {
    /** It runs on. */
    record Kept(ConsumerFacts consumer) implements Fate {}

    /** Its end is asked for. */
    record Ended(RevocationAction action) implements Fate {}

    /** Nothing is to be done before {@code left} has passed. */
    record Waits(Duration left) implements Fate {}

    /** Returns this fate, looked at again after {@code most} at the latest. */
    default Fate noLaterThan(Duration most) {
        return this instanceof Waits waits && waits.left().compareTo(most) > 0 ? new Waits(most) : this;
    }
}
