package dev.mooring.informers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values by keys, most of which have one, where that takes no more room than a map. A value counts as often as it was added.
 *
 * <p>Changed by one thread at a time, and read by all if the map is such a one. A value that stays is there at every moment.
 */
final class MostlyOne<K, V> {
    private final Map<K, V> first;
    private final ConcurrentMap<K, List<V>> more = new ConcurrentHashMap<>();

    /** Keeps the first value of each key in {@code first}, which is empty. */
    MostlyOne(Map<K, V> first) {
        this.first = first;
    }

    void add(K key, V value) {
        if (first.putIfAbsent(key, value) != null) {
            more.merge(
                    key,
                    List.of(value),
                    (present, added) ->
                            Stream.concat(present.stream(), added.stream()).toList());
        }
    }

    void remove(K key, V value) {
        var others = more.get(key);
        if (others == null) {
            first.remove(key, value);
        } else if (value.equals(first.get(key))) {
            first.put(key, others.getFirst());
            more.computeIfPresent(key, (same, present) -> without(present, present.getFirst()));
        } else {
            more.computeIfPresent(key, (same, present) -> without(present, value));
        }
    }

    /** Returns all values of {@code key}. */
    Stream<V> of(K key) {
        return Stream.concat(Stream.ofNullable(first.get(key)), more.getOrDefault(key, List.of()).stream());
    }

    private static <V> @Nullable List<V> without(List<V> list, V value) {
        var left = new ArrayList<>(list);
        left.remove(value);
        return left.isEmpty() ? null : List.copyOf(left);
    }
}
