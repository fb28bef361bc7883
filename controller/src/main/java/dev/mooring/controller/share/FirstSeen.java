package dev.mooring.controller.share;

import dev.mooring.controller.object.ObjectKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Remembers when this process first saw that a share is being deleted.
 *
 * <p>Goes by a monotonic clock of its own, not by what the API server or another controller wrote: who starts later counts
 * from later, which is never too short. Holds one entry for each share that is on its way out.
 */
final class FirstSeen {
    private final Map<ObjectKey, Sight> sights = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    FirstSeen(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns how long ago the deletion of this very share was seen for the first time: nought if that is now. */
    Duration ago(ObjectKey key, String uid) {
        long now = nanoTime.getAsLong();
        var first = sights.compute(
                key, (same, known) -> known != null && known.uid().equals(uid) ? known : new Sight(uid, now));
        return Duration.ofNanos(now - first.nanos());
    }

    /** Forgets the share, which is gone or not being deleted. */
    void forget(ObjectKey key) {
        sights.remove(key);
    }

    private record Sight(String uid, long nanos) {}
}
