package dev.mooring.informers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How old the view of one kind is: the time since the newest heartbeat was sent that has come back.
 *
 * <p>Whatever was stored before a heartbeat comes before it in the kind's stream. So when a heartbeat has come back, all
 * that was stored before it was <em>sent</em> is known, and it is by its sending that the age is counted, on the monotonic
 * clock of this process alone. Heartbeats are told apart by their numbers; when each was sent is remembered here, so nobody
 * else can make the view look younger.
 *
 * <p>A list is read page by page, and what is gone is noticed at its end: a heartbeat in it counts from then on.
 *
 * <p>Times are those of {@link System#nanoTime}. Changed by several threads, read by all.
 */
final class KindAge {
    private static final int REMEMBERED = 64;

    private final long patienceNanos;
    private final Beat[] beats = new Beat[REMEMBERED];
    private long lastNumber;
    private boolean listing = true;
    private @Nullable Beat inList;
    private long watchedSince;
    private volatile @Nullable Beat newest;

    /** @param patience how long a heartbeat that was stored may take to come back before its watch counts as stuck */
    KindAge(Duration patience) {
        this.patienceNanos = patience.toNanos();
    }

    private static final class Beat {
        private final long number;
        private final long sent;
        private boolean stored;

        Beat(long number, long sent) {
            this.number = number;
            this.sent = sent;
        }
    }

    /** Returns the number of a heartbeat that is sent at {@code now}. */
    synchronized long send(long now) {
        var beat = new Beat(++lastNumber, now);
        beats[slot(beat.number)] = beat;
        return beat.number;
    }

    /** The API server has said that it stored this heartbeat. */
    synchronized void stored(long number) {
        var beat = beat(number);
        if (beat != null) {
            beat.stored = true;
        }
    }

    /** This heartbeat has come back. One that was never sent, or long ago, says nothing. */
    synchronized void cameBack(long number) {
        var beat = beat(number);
        if (beat == null) {
            return;
        }
        if (listing) {
            inList = beat;
        } else {
            count(beat);
        }
    }

    synchronized void listBegins() {
        listing = true;
        inList = null;
    }

    synchronized void watchBegins(long now) {
        listing = false;
        watchedSince = now;
        if (inList != null) {
            count(inList);
            inList = null;
        }
    }

    /** What has come back so far says nothing about what is seen from now on. */
    synchronized void orderLost() {
        newest = null;
        inList = null;
    }

    private void count(Beat beat) {
        var before = newest;
        if (before == null || beat.number > before.number) {
            newest = beat;
        }
    }

    /** Returns whether a heartbeat has come back at all. */
    boolean isKnown() {
        return newest != null;
    }

    /** Returns the age at {@code now}, in nanoseconds; without end as long as no heartbeat has come back. */
    long nanos(long now) {
        var beat = newest;
        return beat == null ? Long.MAX_VALUE : now - beat.sent;
    }

    /** Returns whether a heartbeat that was sent and stored during this watch should have come back long ago. */
    synchronized boolean isStuck(long now) {
        if (listing) {
            return false;
        }
        for (var beat : beats) {
            if (beat != null && beat.stored && isMissing(beat) && now - beat.sent > patienceNanos) {
                return true;
            }
        }
        return false;
    }

    private boolean isMissing(Beat beat) {
        var seen = newest;
        return beat.sent - watchedSince >= 0 && (seen == null || beat.number > seen.number);
    }

    private @Nullable Beat beat(long number) {
        var beat = number < 1 ? null : beats[slot(number)];
        return beat == null || beat.number != number ? null : beat;
    }

    private static int slot(long number) {
        return (int) (number % REMEMBERED);
    }
}
