package dev.mooring.controller;

import dev.mooring.controller.object.ObjectKey;

/** Wakes up the reconciler of one kind. */
interface Waker {
    /** Has {@code key} reconciled as soon as a thread is free. */
    void now(ObjectKey key);

    /** Has {@code key} reconciled within a second: enough for counts, which would else be written for each pod. */
    void soon(ObjectKey key);
}
