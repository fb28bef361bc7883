package dev.mooring.informers;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what happens to one informer, under the names of {@link InformerMetrics}. */
final class InformerMeters {
    private static final Logger LOG = LoggerFactory.getLogger(InformerMeters.class);

    private final String kind;
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Counter failures;
    private final Counter listenerFailures;
    private final Counter silences;
    private volatile long lastEventMillis;

    InformerMeters(String kind, MeterRegistry registry, InstantSource clock) {
        this.kind = kind;
        this.registry = registry;
        this.clock = clock;
        this.failures = registry.counter(InformerMetrics.FAILURES, InformerMetrics.KIND, kind);
        this.listenerFailures = registry.counter(InformerMetrics.LISTENER_FAILURES, InformerMetrics.KIND, kind);
        this.silences = registry.counter(InformerMetrics.SILENCES, InformerMetrics.KIND, kind);
    }

    void watch(ProjectedInformer<?> informer) {
        var tags = Tags.of(InformerMetrics.KIND, kind);
        gauge(InformerMetrics.SYNCED, informer, InformerMeters::synced, tags);
        gauge(InformerMetrics.OBJECTS, informer, ProjectedInformer::size, tags);
        gauge(InformerMetrics.UNREADABLE, informer, ProjectedInformer::unreadable, tags);
        TimeGauge.builder(InformerMetrics.LAST_EVENT, () -> lastEventMillis, TimeUnit.MILLISECONDS)
                .tags(tags)
                .register(registry);
    }

    private void gauge(
            String name, ProjectedInformer<?> informer, ToDoubleFunction<ProjectedInformer<?>> value, Tags tags) {
        Gauge.builder(name, informer, value).tags(tags).register(registry);
    }

    private static double synced(ProjectedInformer<?> informer) {
        return informer.isSynced() && informer.isRunning() ? 1 : 0;
    }

    void event() {
        lastEventMillis = clock.millis();
    }

    void failed() {
        failures.increment();
    }

    void silent() {
        silences.increment();
    }

    void listenerFailed(String key, RuntimeException failure) {
        listenerFailures.increment();
        LOG.atError()
                .addKeyValue(LogKeys.KIND, kind)
                .addKeyValue(LogKeys.KEY, key)
                .setCause(failure)
                .log("listener failed");
    }
}
