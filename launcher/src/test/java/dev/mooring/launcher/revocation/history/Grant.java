package dev.mooring.launcher.revocation.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that has to be so for one share to let one project in. It ends with the first of these that ends.
 *
 * @param parts each with its own times
 */
record Grant(List<Part> parts) {
    /**
     * One thing that has to be so.
     *
     * @param what such as {@code share vision/s-1}
     * @param times when it was so
     */
    record Part(String what, Times times) {}

    /**
     * The end of a grant.
     *
     * @param what the part that ended first
     * @param time when it was last so
     */
    record End(String what, Instant time) {}

    Grant {
        parts = List.copyOf(parts);
    }

    /** Returns the part that had ended first by {@code limit}, or that moment; empty if a part had never been so. */
    Optional<End> endBy(Instant limit) {
        List<End> ends = parts.stream()
                .flatMap(part -> part.times().latestUpTo(limit).stream().map(time -> new End(part.what(), time)))
                .toList();
        return ends.size() < parts.size() ? Optional.empty() : ends.stream().min(Comparator.comparing(End::time));
    }

    /** Returns when all parts were so together. */
    Times times() {
        return parts.stream().map(Part::times).reduce(Times::and).orElse(Times.NEVER);
    }

    /** Returns the share that gives it. */
    String share() {
        return parts.getFirst().what();
    }
}
