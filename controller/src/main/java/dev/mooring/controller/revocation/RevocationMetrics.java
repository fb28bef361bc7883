package dev.mooring.controller.revocation;

import dev.mooring.controller.object.ObjectKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/** The meters of what becomes of consumers whose grant ended. */
public final class RevocationMetrics {
    /** Counter: pods whose end was brought about; tag {@link #OUTCOME}. */
    public static final String CONSUMERS = "mooring.revocation.consumers";

    /**
     * Gauge: how many pods are there without a grant and are left alone, because the share said so, or because they have neither
     * node nor mirror.
     */
    public static final String KEPT = "mooring.revocation.kept";

    /** Gauge: how many pods are still there without a grant that are being evicted or deleted. */
    public static final String ENDING = "mooring.revocation.ending";

    /**
     * Tag: {@code evicted}; {@code refused}, once for each request that a disruption budget or something else refused;
     * {@code deleted_late}, for a pod that got its node after the revocation; {@code deleted_after_deadline}.
     */
    public static final String OUTCOME = "outcome";

    private final Map<ObjectKey, Remaining> remaining = new ConcurrentHashMap<>();
    private final Counter evicted;
    private final Counter refused;
    private final Counter late;
    private final Counter afterDeadline;

    /** Registers the meters, all at nought. */
    public RevocationMetrics(MeterRegistry registry) {
        evicted = registry.counter(CONSUMERS, OUTCOME, "evicted");
        refused = registry.counter(CONSUMERS, OUTCOME, "refused");
        late = registry.counter(CONSUMERS, OUTCOME, "deleted_late");
        afterDeadline = registry.counter(CONSUMERS, OUTCOME, "deleted_after_deadline");
        gauge(registry, KEPT, Remaining::kept);
        gauge(registry, ENDING, Remaining::ending);
    }

    private void gauge(MeterRegistry registry, String name, ToIntFunction<Remaining> count) {
        Gauge.builder(
                        name,
                        remaining,
                        mirrors -> mirrors.values().stream().mapToInt(count).sum())
                .register(registry);
    }

    void evicted() {
        evicted.increment();
    }

    void refused() {
        refused.increment();
    }

    void deleted(RevocationAction.Why why) {
        switch (why) {
            case PLACED_LATE -> late.increment();
            case DEADLINE_PASSED -> afterDeadline.increment();
        }
    }

    /** Takes note of how many consumers of {@code mirror} are there without a grant. */
    void remaining(ObjectKey mirror, int kept, int ending) {
        if (kept + ending == 0) {
            remaining.remove(mirror);
        } else {
            remaining.put(mirror, new Remaining(kept, ending));
        }
    }

    private record Remaining(int kept, int ending) {}
}
