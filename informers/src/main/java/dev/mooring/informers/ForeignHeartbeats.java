package dev.mooring.informers;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The heartbeats of other processes, and since when each has not changed. Changed by one thread, read by another. */
final class ForeignHeartbeats {
    private final long restNanos;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /** @param rest how long a heartbeat of a process that lives never rests */
    ForeignHeartbeats(Duration rest) {
        this.restNanos = rest.toNanos();
    }

    /**
     * A heartbeat that nobody may need any more.
     *
     * @param name its name
     * @param resourceVersion it as it was when it was seen last
     */
    record Leftover(String name, String resourceVersion) {}

    private record Seen(Leftover heartbeat, long since) {}

    void came(ObjectMeta heartbeat, long now) {
        var found = new Leftover(heartbeat.getName(), heartbeat.getResourceVersion());
        seen.compute(
                found.name(),
                (name, before) -> before != null && before.heartbeat().equals(found) ? before : new Seen(found, now));
    }

    void went(String name) {
        seen.remove(name);
    }

    /** Returns those whose processes have ended, as their rest shows. */
    List<Leftover> leftovers(long now) {
        return seen.values().stream()
                .filter(heartbeat -> now - heartbeat.since() > restNanos)
                .map(Seen::heartbeat)
                .toList();
    }
}
