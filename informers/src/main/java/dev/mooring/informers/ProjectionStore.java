package dev.mooring.informers;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The store of a fabric8 informer that keeps projections instead of objects, and the place where listeners are told.
 *
 * <p>The informer writes to its store one object at a time, under its own lock, before it would tell its handlers. Telling
 * our listeners right here keeps them in step with the store and spares the handlers' queue. So the store says that nothing
 * was there before ({@link #put} and {@link #remove} return null), which makes the informer prepare no notification with an
 * old object. All that the informer ever asks for is which keys there are, when a list has ended and it looks for what is
 * gone: {@link #values} makes blank objects with a name for that moment.
 */
final class ProjectionStore<R extends HasMetadata, P> implements ItemStore<R> {
    private final Supplier<R> blank;
    private final Projector<R, P> projector;
    private final Set<String> skippedNamespaces;
    private final InformerMeters meters;
    private final ConcurrentMap<String, P> projections = new ConcurrentHashMap<>();
    private final List<ProjectionListener<? super P>> listeners = new CopyOnWriteArrayList<>();
    private volatile StreamListener stream = StreamListener.NONE;

    ProjectionStore(
            Supplier<R> blank, Projector<R, P> projector, Set<String> skippedNamespaces, InformerMeters meters) {
        this.blank = blank;
        this.projector = projector;
        this.skippedNamespaces = skippedNamespaces;
        this.meters = meters;
    }

    void listen(ProjectionListener<? super P> listener) {
        listeners.add(listener);
    }

    /** Has {@code listener} told of what is skipped. */
    void listen(StreamListener listener) {
        stream = listener;
    }

    @Nullable
    P projection(String key) {
        return projections.get(key);
    }

    Collection<P> projections() {
        return Collections.unmodifiableCollection(projections.values());
    }

    int unreadable() {
        return projector.unreadable().size();
    }

    @Override
    public String getKey(R object) {
        return Cache.metaNamespaceKeyFunc(object);
    }

    @Override
    public @Nullable R put(String key, R object) {
        meters.event();
        var namespace = object.getMetadata().getNamespace();
        if (namespace == null || !skippedNamespaces.contains(namespace)) {
            keep(key, projector.project(key, object));
        } else {
            stream.skippedCame(object.getMetadata());
        }
        return null;
    }

    private void keep(String key, @Nullable P now) {
        var before = now == null ? projections.remove(key) : projections.get(key);
        if (now != null && !now.equals(before)) {
            projections.put(key, now);
            tell(key, before, now);
        } else if (now == null && before != null) {
            tell(key, before, null);
        }
    }

    @Override
    public @Nullable R remove(String key) {
        meters.event();
        var slash = key.indexOf('/');
        if (slash < 0 || !skippedNamespaces.contains(key.substring(0, slash))) {
            projector.forget(key);
            keep(key, null);
        } else {
            stream.skippedWent(key.substring(slash + 1));
        }
        return null;
    }

    private void tell(String key, @Nullable P before, @Nullable P now) {
        for (var listener : listeners) {
            try {
                listener.changed(key, before, now);
            } catch (RuntimeException e) {
                meters.listenerFailed(key, e);
            }
        }
    }

    @Override
    public Stream<String> keySet() {
        return Stream.concat(projections.keySet().stream(), projector.unreadable().stream());
    }

    @Override
    public Stream<R> values() {
        return keySet().map(this::named);
    }

    private R named(String key) {
        var slash = key.indexOf('/');
        var metadata = new ObjectMeta();
        metadata.setNamespace(slash < 0 ? null : key.substring(0, slash));
        metadata.setName(key.substring(slash + 1));
        var object = blank.get();
        object.setMetadata(metadata);
        return object;
    }

    @Override
    public int size() {
        return projections.size() + unreadable();
    }

    @Override
    public @Nullable R get(String key) {
        return projections.containsKey(key) || projector.unreadable().contains(key) ? named(key) : null;
    }

    /** Returns false: additions are not to be put off until the first list is complete. */
    @Override
    public boolean isFullState() {
        return false;
    }
}
