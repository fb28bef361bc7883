package dev.mooring.launcher.revocation.history;

import static java.util.stream.Collectors.toCollection;

import dev.mooring.launcher.revocation.history.Times.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All versions of one object.
 *
 * @param versions the oldest first
 */
record Life(List<Version> versions) {
    /** An object may have been made by a request whose answer was an error: then a later write is the first that tells. */
    Life {
        List<Version> sorted = versions.stream()
                .sorted(Comparator.comparingLong(Version::order))
                .collect(toCollection(ArrayList::new));
        sorted.set(0, sorted.getFirst().sinceMade());
        versions = List.copyOf(sorted);
    }

    Version first() {
        return versions.getFirst();
    }

    /** Returns when the object was there, was not being deleted and had this property: at the longest. */
    Times when(Predicate<Version> property) {
        return when(property, version -> Instant.MAX);
    }

    /** Returns the same for a property that ends by itself. */
    Times when(Predicate<Version> property, Function<Version, Instant> end) {
        List<Span> spans = new ArrayList<>();
        for (int index = 0; index < versions.size(); index++) {
            Version version = versions.get(index);
            if (version.isOver()) {
                break;
            }
            if (property.test(version)) {
                spans.add(new Span(version.earliest(), Times.earlier(replaced(index), end.apply(version))));
            }
        }
        return Times.of(spans);
    }

    private Instant replaced(int index) {
        return index + 1 < versions.size() ? versions.get(index + 1).latest() : Instant.MAX;
    }
}
