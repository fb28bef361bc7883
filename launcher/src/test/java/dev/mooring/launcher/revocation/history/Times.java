package dev.mooring.launcher.revocation.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When something was so.
 *
 * @param spans in their order, none touching another
 */
record Times(List<Span> spans) {
    static final Times NEVER = new Times(List.of());

    /** A time from one moment to another, both included. */
    record Span(Instant from, Instant to) {}

    Times {
        spans = List.copyOf(spans);
    }

    /** Returns when one of these spans was; those that end before they begin never were. */
    static Times of(List<Span> any) {
        List<Span> merged = new ArrayList<>();
        any.stream()
                .filter(span -> !span.to().isBefore(span.from()))
                .sorted(Comparator.comparing(Span::from))
                .forEach(span -> add(span, merged));
        return new Times(merged);
    }

    private static void add(Span span, List<Span> merged) {
        if (!merged.isEmpty() && !span.from().isAfter(merged.getLast().to())) {
            Span last = merged.removeLast();
            merged.add(new Span(last.from(), later(last.to(), span.to())));
        } else {
            merged.add(span);
        }
    }

    /** Returns the last moment up to {@code limit} at which it was so. */
    Optional<Instant> latestUpTo(Instant limit) {
        int first = 0;
        int after = spans.size();
        while (first < after) {
            int middle = (first + after) >>> 1;
            if (spans.get(middle).from().isAfter(limit)) {
                after = middle;
            } else {
                first = middle + 1;
            }
        }
        return first == 0
                ? Optional.empty()
                : Optional.of(earlier(spans.get(first - 1).to(), limit));
    }

    /** Returns when any of these was so. */
    static Times any(List<Times> times) {
        return of(times.stream().flatMap(one -> one.spans().stream()).toList());
    }

    /** Returns when this and the other was so. */
    Times and(Times other) {
        List<Span> both = new ArrayList<>();
        for (Span one : spans) {
            for (Span two : other.spans) {
                both.add(new Span(later(one.from(), two.from()), earlier(one.to(), two.to())));
            }
        }
        return of(both);
    }

    static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }

    static Instant earlier(Instant one, Instant two) {
        return one.isBefore(two) ? one : two;
    }
}
