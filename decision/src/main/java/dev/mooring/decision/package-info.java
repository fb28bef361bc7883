/**
 * Decides who may mount what, and who may share what.
 *
 * <p>Everything here is a pure function of its arguments: no client, no clock, no logger, no type of Kubernetes. {@code
 * dev.mooring.webhook} gathers the arguments ({@link dev.mooring.decision.PodFacts}, {@link
 * dev.mooring.decision.ShareFacts}, {@link dev.mooring.decision.PersistentVolumeFacts}), {@code dev.mooring.informers}
 * says what is granted ({@link dev.mooring.decision.Grants}) and whose storage is where ({@link
 * dev.mooring.decision.HeldStorage}), and the answer is a {@link dev.mooring.decision.Decision}.
 *
 * <p>Begin reading at {@link dev.mooring.decision.PodDecisions} and {@link dev.mooring.decision.ShareDecisions}: their
 * lists of rules read like the specification. How two spellings of one storage are found to be the same begins at {@link
 * dev.mooring.decision.StorageSource}.
 */
@NullMarked
package dev.mooring.decision;

import org.jspecify.annotations.NullMarked;
