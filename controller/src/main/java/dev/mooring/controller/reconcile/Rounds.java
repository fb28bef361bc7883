package dev.mooring.controller.reconcile;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.Predicate;

/**
 * Reconciles in rounds: observe, plan, carry out, and again until nothing is left to do; then tells.
 *
 * <p>Each round begins with what is there now, so a crash between two changes, or a change by somebody else, is not a case
 * of its own: the next round sees it.
 */
public final class Rounds<K, O, F, A, R> implements Reconciler<K> {
    /** No plan needs more than three rounds; more means that somebody else changes the same objects. */
    private static final int MOST = 6;

    private static final Reconciled LATER = new Reconciled.RetryAfter(Duration.ofSeconds(1));

    private final Steps<K, O, F, A, R> steps;
    private final Predicate<RuntimeException> outdated;

    /** Reconciles by {@code steps}; an exception that is {@code outdated} says that the world changed since it was observed. */
    public Rounds(Steps<K, O, F, A, R> steps, Predicate<RuntimeException> outdated) {
        this.steps = steps;
        this.outdated = outdated;
    }

    @Override
    public Reconciled reconcile(K key) {
        int most = steps.seesItsOwnChanges() ? MOST : 1;
        for (int round = 0; round < most; round++) {
            var observed = steps.observe(key);
            if (observed.isEmpty()) {
                return Reconciled.DONE;
            }
            var plan = steps.plan(observed.get().facts());
            try {
                carryOut(plan, observed.get().objects());
            } catch (RuntimeException e) {
                if (!outdated.test(e)) {
                    return new Reconciled.Failed(e);
                }
                continue;
            }
            if (plan.actions().isEmpty()) {
                return plan.again() == null ? Reconciled.DONE : new Reconciled.RetryAfter(plan.again());
            }
        }
        return LATER;
    }

    private void carryOut(Plan<A, R> plan, O objects) {
        if (plan.actions().isEmpty()) {
            steps.tell(plan.report(), objects);
            return;
        }
        var failures = new LinkedHashMap<Object, RuntimeException>();
        for (var action : plan.actions()) {
            var group = steps.groupOf(action);
            if (!failures.containsKey(group)) {
                try {
                    steps.carryOut(action, objects);
                } catch (RuntimeException e) {
                    failures.put(group, e);
                }
            }
        }
        failures.values().stream().reduce(this::theWorse).ifPresent(worst -> {
            failures.values().stream().filter(other -> !other.equals(worst)).forEach(worst::addSuppressed);
            throw worst;
        });
    }

    /** What is outdated is set right by the next round; another failure has to be told. */
    private RuntimeException theWorse(RuntimeException one, RuntimeException other) {
        return outdated.test(one) ? other : one;
    }
}
