package dev.mooring.controller.reconcile;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about one key, and what is to be said about it once nothing is left to do.
 *
 * @param actions the changes that lead to the state that should be, in order; empty when it is reached
 * @param report what to tell the users of the object; told only when there are no actions
 * @param again when to look again though nothing changes, or null if never
 */
public record Plan<A, R>(
        List<A> actions, R report, @Nullable Duration again) {
    public Plan {
        actions = List.copyOf(actions);
    }

    /** A plan that depends on nothing but the state that was observed. */
    public static <A, R> Plan<A, R> of(List<A> actions, R report) {
        return new Plan<>(actions, report, null);
    }
}
