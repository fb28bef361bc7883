/**
 * Decides who may mount what, and who may share what.
 *
 * <p>Everything here is a pure function of its arguments: no client, no clock, no logger, no type of Kubernetes. {@code
 * dev.mooring.webhook} gathers the arguments ({@link dev.mooring.decision.PodFacts}, {@link
 * dev.mooring.decision.ShareFacts}), {@code dev.mooring.informers} says what is granted ({@link
 * dev.mooring.decision.Grants}), and the answer is a {@link dev.mooring.decision.Decision}.
 *
 * <p>Begin reading at {@link dev.mooring.decision.PodDecisions} and {@link dev.mooring.decision.ShareDecisions}: their
 * lists of rules read like the specification.
 */
@NullMarked
package dev.mooring.decision;

import org.jspecify.annotations.NullMarked;
