package dev.mooring.launcher.revocation.history;

import dev.mooring.launcher.revocation.history.Times.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The end of a grant, and those who asked for what it gave before and after.
 *
 * @param end when it was last in force
 * @param during who asked while it was in force
 * @param after who asked from then on, until the next was in force
 */
record Aftermath(Instant end, List<Consumer> during, List<Consumer> after) {
    Aftermath {
        during = List.copyOf(during);
        after = List.copyOf(after);
    }

    /** Returns one for each end. */
    static List<Aftermath> of(Times inForce, List<Consumer> consumers) {
        List<Aftermath> all = new ArrayList<>();
        List<Span> spans = inForce.spans();
        for (int index = 0; index < spans.size(); index++) {
            Span span = spans.get(index);
            Instant next = index + 1 < spans.size() ? spans.get(index + 1).from() : Instant.MAX;
            if (span.to().isBefore(Instant.MAX)) {
                all.add(new Aftermath(
                        span.to(), between(span.from(), span.to(), consumers), between(span.to(), next, consumers)));
            }
        }
        return all;
    }

    private static List<Consumer> between(Instant from, Instant to, List<Consumer> consumers) {
        return consumers.stream()
                .filter(consumer ->
                        consumer.received().isAfter(from) && consumer.received().isBefore(to))
                .toList();
    }

    /** Returns how long after the end the first of those was received whom Mooring turned away. */
    Optional<Duration> untilDenial() {
        return after.stream()
                .filter(consumer -> consumer.answer() instanceof Answer.Denied)
                .map(Consumer::received)
                .min(Comparator.naturalOrder())
                .map(received -> Duration.between(end, received));
    }

    /** Whether somebody was let in, and Mooring answered somebody who was received {@code bound} or more after the end. */
    boolean isTried(Duration bound) {
        return during.stream().anyMatch(Consumer::isAdmitted)
                && after.stream()
                        .filter(Consumer::isAnswered)
                        .anyMatch(consumer -> !consumer.received().isBefore(end.plus(bound)));
    }
}
