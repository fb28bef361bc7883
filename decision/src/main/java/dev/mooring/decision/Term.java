package dev.mooring.decision;

import java.time.Instant;

/**
 * How long a permission holds.
 *
 * @param end the first instant at which it does not hold any more
 */
public record Term(Instant end) {
    /** Holds at no time. */
    public static final Term NEVER = new Term(Instant.MIN);
    /** Holds at any time. */
    public static final Term UNLIMITED = new Term(Instant.MAX);

    /** Returns whether the permission holds at {@code now}. */
    public boolean includes(Instant now) {
        return now.isBefore(end);
    }

    /** Returns the one of both terms that ends later. */
    public Term longer(Term other) {
        return other.end.isAfter(end) ? other : this;
    }
}
