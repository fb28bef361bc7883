package dev.mooring.informers;

import dev.mooring.decision.BackendIdentity;
import java.util.NavigableMap;
import java.util.Optional;
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

    private final NavigableMap<BackendIdentity, T> places = new ConcurrentSkipListMap<>(BackendIdentity.BY_PLACE);
    private final MostlyOne<BackendIdentity, T> kept = new MostlyOne<>(places);

    /** Keeps {@code one} at {@code place}, as often as it is added. */
    public void add(BackendIdentity place, T one) {
        kept.add(place, one);
    }

    /** Keeps {@code one} at {@code place} once less. */
    public void remove(BackendIdentity place, T one) {
        kept.remove(place, one);
    }

    /**
     * Returns what is kept at places that overlap {@code place}, found as far as it is asked for.
     *
     * @param found makes the answer of where it is and what it is
     */
    public <R> Stream<R> overlapping(BackendIdentity place, BiFunction<BackendIdentity, T, R> found) {
        return Stream.concat(near(place), place.place().isEmpty() ? elsewhere(place) : near(place.anywhere()))
                .flatMap(where -> kept.of(where).map(one -> found.apply(where, one)));
    }

    private Stream<BackendIdentity> near(BackendIdentity place) {
        return Stream.concat(around(place), inside(place));
    }

    private Stream<BackendIdentity> around(BackendIdentity place) {
        return Stream.iterate(place.parent(), Optional::isPresent, lower -> lower.flatMap(BackendIdentity::parent))
                .flatMap(Optional::stream);
    }

    private Stream<BackendIdentity> inside(BackendIdentity place) {
        return places.tailMap(place, true).keySet().stream()
                .takeWhile(where -> isAt(where, place) && where.overlaps(place));
    }

    private Stream<BackendIdentity> elsewhere(BackendIdentity place) {
        return places.tailMap(new BackendIdentity(place.system(), FIRST_PLACE, "/"), true).keySet().stream()
                .takeWhile(where -> where.system().equals(place.system()))
                .filter(where -> where.overlaps(place));
    }

    private static boolean isAt(BackendIdentity one, BackendIdentity other) {
        return one.system().equals(other.system()) && one.place().equals(other.place());
    }
}
