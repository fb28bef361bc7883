package dev.mooring.informers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Informers that start and stop together, none of which stays with a watch that is dead.
 *
 * <p>A half-open connection reports no error. But the API server sends at least a bookmark a minute on every watch, so one on
 * which nothing has come for longer is cut, and its kind is listed again. Kinds that have heartbeats are found out earlier, by
 * these.
 */
public final class InformerGroup implements AutoCloseable {
    /** How long a watch may be silent: the minute between two bookmarks, and half as much again for a slow API server. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    private final List<ProjectedInformer<?>> informers;
    private final ScheduledExecutorService listener = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("silent-watches").daemon().factory());

    private @Nullable Future<?> looking;

    public InformerGroup(List<ProjectedInformer<?>> informers) {
        this.informers = List.copyOf(informers);
    }

    /** Begins to watch, and returns at once. */
    public void start() {
        informers.forEach(ProjectedInformer::start);
        var look = new Recurring("silent watches", () -> informers.forEach(ProjectedInformer::cutIfSilent));
        looking = listener.scheduleWithFixedDelay(look, SILENCE.toSeconds(), SILENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Returns what keeps the group from knowing everything, one entry for each kind; empty if nothing does. */
    public List<String> notReady() {
        return informers.stream().flatMap(InformerGroup::objection).toList();
    }

    private static Stream<String> objection(ProjectedInformer<?> informer) {
        if (!informer.isRunning()) {
            return Stream.of("informer of " + informer.kind() + " is not running");
        }
        return informer.isSynced() ? Stream.empty() : Stream.of("informer of " + informer.kind() + " is not synced");
    }

    /** Stops watching for good. */
    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(false);
        }
        listener.shutdown();
        informers.forEach(ProjectedInformer::close);
    }
}
