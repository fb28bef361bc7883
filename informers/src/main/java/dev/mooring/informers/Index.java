package dev.mooring.informers;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds projections by one property. Changed by one informer's thread, read by all.
 *
 * <p>A projection that changes within its group is replaced at once; one that moves is in both groups for a moment, never in
 * none: nobody is turned away because something unrelated changed.
 *
 * @param <G> the property
 * @param <P> the projection
 */
public abstract class Index<G, P> implements ProjectionListener<P> {
    private final Function<P, @Nullable G> property;
    private final ConcurrentMap<G, ConcurrentMap<String, P>> groups = new ConcurrentHashMap<>();

    /** {@code property} returns null for what nobody looks for. */
    protected Index(Function<P, @Nullable G> property) {
        this.property = property;
    }

    /** Returns all projections with this property: a live view that may not be changed. */
    public final Collection<P> with(G group) {
        var found = groups.get(group);
        return found == null ? List.of() : Collections.unmodifiableCollection(found.values());
    }

    /** Returns the projection of the object with this key if it has this property. */
    public final Optional<P> keyed(G group, String key) {
        var found = groups.get(group);
        return found == null ? Optional.empty() : Optional.ofNullable(found.get(key));
    }

    @Override
    public final void changed(String key, @Nullable P before, @Nullable P now) {
        var groupNow = groupOf(now);
        if (now != null && groupNow != null) {
            groups.compute(groupNow, (group, present) -> put(present, key, now));
        }
        var groupBefore = groupOf(before);
        if (groupBefore != null && !groupBefore.equals(groupNow)) {
            groups.computeIfPresent(groupBefore, (group, present) -> remove(present, key));
        }
    }

    private @Nullable G groupOf(@Nullable P projection) {
        return projection == null ? null : property.apply(projection);
    }

    private static <P> ConcurrentMap<String, P> put(@Nullable ConcurrentMap<String, P> present, String key, P value) {
        var group = present == null ? new ConcurrentHashMap<String, P>() : present;
        group.put(key, value);
        return group;
    }

    private static <P> @Nullable ConcurrentMap<String, P> remove(ConcurrentMap<String, P> group, String key) {
        group.remove(key);
        return group.isEmpty() ? null : group;
    }
}
