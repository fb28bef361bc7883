package dev.mooring.informers;

import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.Department;
import dev.mooring.model.Project;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The heartbeats of one process, one for every kind that a grant depends on, by which it knows how old its view is. */
final class Heartbeats implements AutoCloseable {
    private static final long BOUND = HeartbeatSettings.BOUND.toNanos();

    private final LongSupplier nanoTime;
    private final ScheduledExecutorService executor;
    private final KindHeartbeat shares;
    private final KindHeartbeat dataVolumes;
    private final KindHeartbeat projects;
    private final KindHeartbeat departments;
    private final List<KindHeartbeat> all;
    private final List<Future<?>> beating = new ArrayList<>();

    Heartbeats(KubernetesClient client, String ourNamespace, HeartbeatSettings settings, MeterRegistry meters) {
        this.nanoTime = settings.nanoTime();
        this.executor = settings.executor();
        var of = new Maker(client, ourNamespace, Heartbeat.nameOf(settings.identity()), nanoTime, meters);
        this.shares = of.kind(DataVolumeShare.class, Heartbeat::share);
        this.dataVolumes = of.kind(DataVolume.class, Heartbeat::dataVolume);
        this.projects = of.kind(Project.class, Heartbeat::project);
        this.departments = of.kind(Department.class, Heartbeat::department);
        this.all = List.of(shares, dataVolumes, projects, departments);
    }

    private record Maker(
            KubernetesClient client, String namespace, String name, LongSupplier nanoTime, MeterRegistry meters) {
        <R extends CustomResource<?, ?>> KindHeartbeat kind(Class<R> type, Supplier<R> blank) {
            var kind = HasMetadata.getKind(type);
            return new KindHeartbeat(
                    kind,
                    name,
                    new HeartbeatWriter<>(client, type, blank, namespace, name),
                    nanoTime,
                    new HeartbeatMeters(kind, meters));
        }
    }

    KindHeartbeat shares() {
        return shares;
    }

    KindHeartbeat dataVolumes() {
        return dataVolumes;
    }

    KindHeartbeat projects() {
        return projects;
    }

    KindHeartbeat departments() {
        return departments;
    }

    /** Begins to write the heartbeats of this kind, which come back through {@code stream}. */
    void begin(KindHeartbeat heartbeat, ProjectedInformer<?> stream) {
        long interval = HeartbeatSettings.INTERVAL.toMillis();
        long phase = beating.size() * interval / all.size();
        beating.add(executor.scheduleAtFixedRate(
                new Recurring("heartbeat", () -> heartbeat.beat(stream::cut)), phase, interval, TimeUnit.MILLISECONDS));
    }

    /**
     * Returns the kinds of which nothing has been heard for longer than the bound; empty mostly. What is looked up in the
     * view after this call is at least as new as this call says.
     */
    List<String> outOfDate() {
        long now = nanoTime.getAsLong();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).ageNanos(now) > BOUND) {
                return outOfDateAt(now);
            }
        }
        return List.of();
    }

    private List<String> outOfDateAt(long now) {
        return all.stream()
                .filter(heartbeat -> heartbeat.ageNanos(now) > BOUND)
                .map(KindHeartbeat::kind)
                .toList();
    }

    /** Returns the kinds of which no heartbeat has ever come back. */
    List<String> unknown() {
        return all.stream()
                .filter(heartbeat -> !heartbeat.isKnown())
                .map(KindHeartbeat::kind)
                .toList();
    }

    /** Stops for good, and takes the heartbeats away unless the API server cannot be reached. */
    @Override
    public void close() {
        beating.forEach(future -> future.cancel(false));
        for (var heartbeat : all) {
            if (!heartbeat.end()) {
                return;
            }
        }
    }
}
