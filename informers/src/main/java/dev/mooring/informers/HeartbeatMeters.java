package dev.mooring.informers;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Counts what happens to the heartbeats of one kind, under the names of {@link InformerMetrics}. */
final class HeartbeatMeters {
    private final String kind;
    private final MeterRegistry registry;
    private final Counter failures;
    private final Counter cuts;

    HeartbeatMeters(String kind, MeterRegistry registry) {
        this.kind = kind;
        this.registry = registry;
        this.failures = registry.counter(InformerMetrics.HEARTBEAT_FAILURES, InformerMetrics.KIND, kind);
        this.cuts = registry.counter(InformerMetrics.CUTS, InformerMetrics.KIND, kind);
    }

    void age(Supplier<Number> seconds) {
        TimeGauge.builder(InformerMetrics.VIEW_AGE, seconds, TimeUnit.SECONDS)
                .tag(InformerMetrics.KIND, kind)
                .strongReference(true)
                .register(registry);
    }

    void failed() {
        failures.increment();
    }

    void cut() {
        cuts.increment();
    }
}
