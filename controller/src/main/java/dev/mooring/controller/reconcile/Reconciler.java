package dev.mooring.controller.reconcile;

/** Makes the world around one key what it should be, whatever happened before. */
@FunctionalInterface
public interface Reconciler<K> {
    /** Looks at the present state of {@code key} and changes it; doing so twice is doing it once. */
    Reconciled reconcile(K key);
}
