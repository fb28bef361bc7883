package dev.mooring.controller;

import dev.mooring.controller.object.ObjectKey;
import dev.mooring.controller.reconcile.ReconcileLoop;
import java.time.Duration;

/** Wakes up the keys of one loop. */
record LoopWaker(ReconcileLoop<ObjectKey> loop) implements Waker {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public void now(ObjectKey key) {
        loop.add(key);
    }

    @Override
    public void soon(ObjectKey key) {
        loop.addAfter(key, SOON);
    }
}
