/**
 * Calls reconcilers for keys: a queue, worker threads, rounds of observing, planning and carrying out.
 *
 * <p>Knows nothing of Kubernetes or of Mooring's kinds. A key is never worked on by two threads at once, and any number of
 * wake-ups for a key that waits are one. Begin with {@link dev.mooring.controller.reconcile.Rounds}, then {@link
 * dev.mooring.controller.reconcile.ReconcileLoop}.
 */
@NullMarked
package dev.mooring.controller.reconcile;

import org.jspecify.annotations.NullMarked;
