package dev.mooring.controller.reconcile;

import java.util.Optional;

/**
 * The four steps by which one kind of object is reconciled. Only {@link #plan} decides anything, and it is pure.
 *
 * @param <K> what names one object
 * @param <O> the objects that were read
 * @param <F> the facts that a plan looks at
 * @param <A> one change of the world
 * @param <R> what is told to the users of the object
 */
public interface Steps<K, O, F, A, R> {
    /** Returns the present state around {@code key}, or empty if there is nothing to reconcile any more. */
    Optional<Observed<O, F>> observe(K key);

    /**
     * Returns whether {@link #observe} shows at once what was carried out. Else what changed has to wake the key up, once it can be
     * seen: it is not looked at again before.
     */
    default boolean seesItsOwnChanges() {
        return true;
    }

    /** Returns what is left to do: a pure function. */
    Plan<A, R> plan(F facts);

    /**
     * Returns what {@code action} belongs to. When one fails, the rest of its group is left for the next round, for it may build
     * on it; other groups go on. All are one group unless said otherwise.
     */
    default Object groupOf(A action) {
        return Steps.class;
    }

    /** Makes one change, on condition that what it changes is still what was observed. */
    void carryOut(A action, O objects);

    /** Tells the users of the object what the plan reports, if that is news. */
    void tell(R report, O objects);
}
