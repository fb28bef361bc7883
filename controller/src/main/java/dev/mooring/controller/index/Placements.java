package dev.mooring.controller.index;

import dev.mooring.informers.ProjectionListener;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows since when pods that use mirrors have their nodes. Fed by one informer's thread, read by all.
 *
 * <p>The API server writes node and time at once when it binds a pod. A pod that names its node when it is made has no such time
 * until a kubelet reports it, and then looks as if it had been bound at that moment; so the earliest time that was ever seen
 * counts. A controller that starts after the kubelet's report takes that: what else could tell the two apart, such as managed
 * fields, users can write, and what was bound late must not pass for what was not.
 */
public final class Placements implements ProjectionListener<PodView> {
    private final Map<String, Instant> earliest = new ConcurrentHashMap<>();

    @Override
    public void changed(String key, @Nullable PodView before, @Nullable PodView now) {
        if (now != null && now.placedAt() != null) {
            earliest.merge(now.uid(), now.placedAt(), (one, other) -> one.isBefore(other) ? one : other);
        }
        if (before != null && (now == null || !now.uid().equals(before.uid()))) {
            earliest.remove(before.uid());
        }
    }

    /** Returns since when {@code pod} has its node, or null if it has none. */
    public @Nullable Instant placedAt(PodView pod) {
        return pod.placedAt() == null ? null : earliest.getOrDefault(pod.uid(), pod.placedAt());
    }
}
