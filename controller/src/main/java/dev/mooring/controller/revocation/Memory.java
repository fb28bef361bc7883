package dev.mooring.controller.revocation;

import dev.mooring.controller.object.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What this process has asked and said about the consumers of mirrors, so that no look at a mirror does it again; and when it
 * last saw a grant in force, for a share that has gone by now leaves no other trace.
 *
 * <p>Where it knows nothing, as after a start, more is asked and said, and the end of a grant is told by what is recorded
 * alone. One thread at a time works on one mirror.
 */
final class Memory {
    private final Map<ObjectKey, Entry> entries = new ConcurrentHashMap<>();
    private final Map<ObjectKey, Instant> inForce = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    Memory(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Remembers that a grant covers the mirror now. */
    void seeInForce(ObjectKey mirror, Instant now) {
        inForce.put(mirror, now);
    }

    /** Returns when a grant was last seen to cover the mirror, or null if it never was. */
    @Nullable
    Instant lastInForce(ObjectKey mirror) {
        return inForce.get(mirror);
    }

    /** Forgets that a grant ever covered the mirror, which is gone. */
    void forgetInForce(ObjectKey mirror) {
        inForce.remove(mirror);
    }

    /** Returns how long ago the end of the pod with this UID was asked for, or null if it never was. */
    @Nullable
    Duration askedFor(ObjectKey mirror, String uid) {
        var entry = entries.get(mirror);
        var asked = entry == null ? null : entry.asked().get(uid);
        return asked == null ? null : Duration.ofNanos(nanoTime.getAsLong() - asked);
    }

    /** Remembers that the end of this pod is asked for now. */
    void ask(ObjectKey mirror, String uid) {
        entry(mirror).asked().put(uid, nanoTime.getAsLong());
    }

    /** Returns whether {@code what} is said about the mirror for the first time, and remembers it. */
    boolean isNews(ObjectKey mirror, String what) {
        return entry(mirror).said().add(what);
    }

    /** Returns whether {@code what} was said about the mirror. */
    boolean hasSaid(ObjectKey mirror, String what) {
        var entry = entries.get(mirror);
        return entry != null && entry.said().contains(what);
    }

    /** Forgets everything about the mirror, which has no consumers without a grant. */
    void forget(ObjectKey mirror) {
        entries.remove(mirror);
    }

    private Entry entry(ObjectKey mirror) {
        return entries.computeIfAbsent(mirror, key -> new Entry(new HashMap<>(), new HashSet<>()));
    }

    private record Entry(Map<String, Long> asked, Set<String> said) {}
}
