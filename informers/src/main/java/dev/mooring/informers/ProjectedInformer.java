package dev.mooring.informers;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.impl.DefaultSharedIndexInformer;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the objects of one kind and keeps one projection of each, never the object.
 *
 * <p>Runs until it is closed: a list or watch that fails is counted and tried again. Lists are paged, so they are never
 * older than what the API server knows. {@link #get} answers on any thread; listeners are called one after another.
 *
 * @param <P> what is kept of an object: a small immutable record
 */
public final class ProjectedInformer<P> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectedInformer.class);

    /** The least time before a list that failed is tried again. */
    private static final int SHORTEST_PAUSE_MILLIS = 100;

    private final String kind;
    private final SharedIndexInformer<?> informer;
    private final ProjectionStore<?, P> store;
    private final OrderedSource<?, ?> source;
    private final InformerMeters meters;
    private final AtomicBoolean started = new AtomicBoolean();

    private ProjectedInformer(
            String kind,
            SharedIndexInformer<?> informer,
            ProjectionStore<?, P> store,
            OrderedSource<?, ?> source,
            InformerMeters meters) {
        this.kind = kind;
        this.informer = informer;
        this.store = store;
        this.source = source;
        this.meters = meters;
        meters.watch(this);
    }

    /**
     * Returns an informer for a kind of ours in all namespaces. An object that cannot be read into {@code type} is counted,
     * logged once and absent; it does not stop the others.
     *
     * @param projection returns null for an object of which nothing is kept
     */
    public static <R extends CustomResource<?, ?>, P> ProjectedInformer<P> ofCustomResource(
            KubernetesClient client, Class<R> type, Function<R, @Nullable P> projection, InformerSettings settings) {
        // Read untyped first: one object that Jackson cannot read would fail the list of all of them, for ever.
        var serialization = client.getKubernetesSerialization();
        var source = client.genericKubernetesResources(ResourceDefinitionContext.fromResourceType(type))
                .inAnyNamespace();
        return of(
                HasMetadata.getKind(type),
                source,
                GenericKubernetesResource::new,
                generic -> projection.apply(serialization.convertValue(generic, type)),
                settings);
    }

    /**
     * Returns an informer for the objects of {@code source}, one of Kubernetes' own kinds, whose types the API server
     * guarantees.
     *
     * @param kind the value of the tag {@link InformerMetrics#KIND}
     * @param source such as {@code client.pods().inAnyNamespace()}, perhaps with a selector
     * @param blank makes an empty object, such as {@code Pod::new}
     * @param projection returns null for an object of which nothing is kept
     */
    public static <R extends HasMetadata, P> ProjectedInformer<P> of(
            String kind,
            Informable<R> source,
            Supplier<R> blank,
            Function<R, @Nullable P> projection,
            InformerSettings settings) {
        return of(kind, Feed.of(source), blank, projection, settings);
    }

    static <R extends HasMetadata, L extends KubernetesResourceList<R>, P> ProjectedInformer<P> of(
            String kind,
            Feed<R, L> feed,
            Supplier<R> blank,
            Function<R, @Nullable P> projection,
            InformerSettings settings) {
        var meters = new InformerMeters(kind, settings.meters(), settings.clock());
        var store =
                new ProjectionStore<>(blank, new Projector<>(kind, projection), settings.skippedNamespaces(), meters);
        var source = new OrderedSource<>(feed.source(), pauseMillis(settings));
        // What fabric8's runnableInformer makes, with a source in between.
        var informer = new DefaultSharedIndexInformer<>(feed.type(), source, 0, feed.executor());
        informer.removeNamespaceIndex().itemStore(store).exceptionHandler((startedBefore, failure) -> {
            meters.failed();
            return true;
        });
        return new ProjectedInformer<>(kind, informer, store, source, meters);
    }

    private static int pauseMillis(InformerSettings settings) {
        return SHORTEST_PAUSE_MILLIS + settings.chance().nextInt(SHORTEST_PAUSE_MILLIS);
    }

    /** Has {@code listener} told of every change from the first list on, after those that were here before. */
    public ProjectedInformer<P> listen(ProjectionListener<? super P> listener) {
        if (started.get()) {
            throw new IllegalStateException("informer of kind \"" + kind + "\" has started; listen before");
        }
        store.listen(listener);
        return this;
    }

    /** Has {@code listener} told how the stream of objects goes on, and what is skipped in it. */
    void follow(StreamListener listener) {
        store.listen(listener);
        source.listen(listener);
    }

    /** Ends the watch, however dead its connection, and lists again; returns false if there is none at present. */
    boolean cut(String why) {
        return source.cut(why);
    }

    /** Cuts the watch if nothing, not even a bookmark, has come since this was last called. */
    void cutIfSilent() {
        if (source.cutIfSilent()) {
            meters.silent();
            LOG.atWarn().addKeyValue(LogKeys.KIND, kind).log("nothing was heard of the watch, and it was cut");
        }
    }

    /** Begins to list and watch, and returns at once. */
    public void start() {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("informer of kind \"" + kind + "\" has started before");
        }
        informer.start()
                .thenRun(() -> LOG.atInfo()
                        .addKeyValue(LogKeys.KIND, kind)
                        .addKeyValue(LogKeys.OBJECTS, size())
                        .log("informer synced"));
        informer.stopped().whenComplete((nothing, failure) -> logEnd(failure));
    }

    private void logEnd(@Nullable Throwable failure) {
        if (failure == null) {
            LOG.atInfo().addKeyValue(LogKeys.KIND, kind).log("informer stopped");
        } else {
            LOG.atError().addKeyValue(LogKeys.KIND, kind).setCause(failure).log("informer died");
        }
    }

    /** Returns the kind of the objects, as Kubernetes spells it. */
    public String kind() {
        return kind;
    }

    /** Returns whether the first list has arrived. Until then "absent" means "not known yet". */
    public boolean isSynced() {
        return informer.hasSynced();
    }

    /** Returns whether it has been started and has neither been closed nor died. */
    public boolean isRunning() {
        return informer.isRunning();
    }

    /** Returns what is kept of the object {@code namespace/name}. */
    public Optional<P> get(String namespace, String name) {
        return get(namespace + "/" + name);
    }

    /** Returns what is kept of the object with this key, as {@link ProjectionListener} has it. */
    public Optional<P> get(String key) {
        return Optional.ofNullable(store.projection(key));
    }

    /** Returns what is kept of all objects: a live view that may not be changed. */
    public Collection<P> all() {
        return store.projections();
    }

    /** Returns how many objects are kept. */
    public int size() {
        return store.projections().size();
    }

    int unreadable() {
        return store.unreadable();
    }

    /** Stops for good. */
    @Override
    public void close() {
        informer.stop();
    }
}
