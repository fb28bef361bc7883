package dev.mooring.controller.reconcile;

import java.time.Duration;

/** How the reconciliation of one key ended. */
public sealed interface Reconciled {
    /** The world is as it should be until something in it changes. */
    Reconciled DONE = new Done();

    /** The world is as it should be until something in it changes. */
    record Done() implements Reconciled {}

    /**
     * The world is as it should be for now, but time alone will change what is right.
     *
     * @param delay how long to wait
     */
    record RetryAfter(Duration delay) implements Reconciled {}

    /**
     * Something outside did not do what was asked; the key is tried again with back-off.
     *
     * @param cause what went wrong
     */
    record Failed(Throwable cause) implements Reconciled {}
}
