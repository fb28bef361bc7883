package dev.mooring.controller;

import dev.mooring.controller.object.ObjectKey;

/** Wakes up the reconciler of one kind. */
interface Waker {
    /** Has {@code key} reconciled as soon as a thread is free. */
    void now(ObjectKey key);

    /** Has {@code key} reconciled within a second: enough for counts, which would else be written for each pod. */
    void soon(ObjectKey key);

    /** Returns a waker that wakes up what this one does, and then what {@code next} does. */
    default Waker andThen(Waker next) {
        var first = this;
        return new Waker() {
            @Override
            public void now(ObjectKey key) {
                first.now(key);
                next.now(key);
            }

            @Override
            public void soon(ObjectKey key) {
                first.soon(key);
                next.soon(key);
            }
        };
    }
}
