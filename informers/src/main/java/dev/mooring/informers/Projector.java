package dev.mooring.informers;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Projects objects, and remembers those that it could not read. Changed by one thread, read by all. */
final class Projector<R extends HasMetadata, P> {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

    private final String kind;
    private final Function<R, @Nullable P> projection;
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    Projector(String kind, Function<R, @Nullable P> projection) {
        this.kind = kind;
        this.projection = projection;
    }

    /** Returns what is kept of {@code object}, or null if nothing is or if it cannot be read. */
    @Nullable
    P project(String key, R object) {
        try {
            var projected = projection.apply(object);
            unreadable.remove(key);
            return projected;
        } catch (RuntimeException e) {
            if (unreadable.add(key)) {
                LOG.atError()
                        .addKeyValue(LogKeys.KIND, kind)
                        .addKeyValue(LogKeys.KEY, key)
                        .addKeyValue(LogKeys.UID, object.getMetadata().getUid())
                        .setCause(e)
                        .log("object cannot be read and counts as absent");
            }
            return null;
        }
    }

    void forget(String key) {
        unreadable.remove(key);
    }

    Set<String> unreadable() {
        return unreadable;
    }
}
