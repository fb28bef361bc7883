package dev.mooring.informers;

import dev.mooring.decision.BackendIdentity;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Finds what is kept at a place, around it and in it. Changed by one thread at a time, read by all.
 *
 * <p>The map is ordered so that all that lies in a directory comes right behind it. What lies around a place is found by its
 * parents, one look for each. So an answer costs the depth of the path and what is found, however much is kept; only a place
 * of which just the path is known is compared with all of its system.
 *
 * @param <T> what is kept
 */
public final class Places<T> {
    /** Comes before every place that is known. */
    private static final String FIRST_PLACE = "\0";

    private final NavigableMap<BackendIdentity, T> kept = new ConcurrentSkipListMap<>(BackendIdentity.BY_PLACE);

    /** What there is besides, at the few places that are kept more than once. */
    private final ConcurrentMap<BackendIdentity, List<T>> more = new ConcurrentHashMap<>();

    /** Keeps {@code one} at {@code place}, as often as it is added. */
    public void add(BackendIdentity place, T one) {
        if (kept.putIfAbsent(place, one) != null) {
            more.compute(place, (key, present) -> SmallLists.with(present, one));
        }
    }

    /** Keeps {@code one} at {@code place} once less. */
    public void remove(BackendIdentity place, T one) {
        var others = more.get(place);
        if (others == null) {
            kept.remove(place, one);
        } else if (one.equals(kept.get(place))) {
            kept.put(place, others.getFirst());
            more.computeIfPresent(place, (key, present) -> SmallLists.without(present, present.getFirst()));
        } else {
            more.computeIfPresent(place, (key, present) -> SmallLists.without(present, one));
        }
    }

    /**
     * Returns what is kept at places that overlap {@code place}, found as far as it is asked for.
     *
     * @param found makes the answer of where it is and what it is
     */
    public <R> Stream<R> overlapping(BackendIdentity place, BiFunction<BackendIdentity, T, R> found) {
        return Stream.concat(near(place), place.place().isEmpty() ? elsewhere(place) : near(place.anywhere()))
                .flatMap(entry -> Stream.concat(
                                Stream.of(entry.getValue()), more.getOrDefault(entry.getKey(), List.of()).stream())
                        .map(one -> found.apply(entry.getKey(), one)));
    }

    private Stream<Entry<BackendIdentity, T>> near(BackendIdentity place) {
        return Stream.concat(around(place), inside(place));
    }

    private Stream<Entry<BackendIdentity, T>> around(BackendIdentity place) {
        return Stream.iterate(place.parent(), Optional::isPresent, lower -> lower.flatMap(BackendIdentity::parent))
                .flatMap(Optional::stream)
                .flatMap(parent -> Stream.ofNullable(kept.get(parent)).map(one -> Map.entry(parent, one)));
    }

    private Stream<Entry<BackendIdentity, T>> inside(BackendIdentity place) {
        return kept.tailMap(place, true).entrySet().stream()
                .takeWhile(
                        entry -> isAt(entry.getKey(), place) && entry.getKey().overlaps(place));
    }

    private Stream<Entry<BackendIdentity, T>> elsewhere(BackendIdentity place) {
        return kept.tailMap(new BackendIdentity(place.system(), FIRST_PLACE, "/"), true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().system().equals(place.system()))
                .filter(entry -> entry.getKey().overlaps(place));
    }

    private static boolean isAt(BackendIdentity one, BackendIdentity other) {
        return one.system().equals(other.system()) && one.place().equals(other.place());
    }
}
