/**
 * Decides who may mount what.
 *
 * <p>Everything here is a pure function of its arguments: no client, no clock, no logger, no type of Kubernetes. {@code
 * dev.mooring.webhook} gathers the arguments and carries out the answer.
 */
@NullMarked
package dev.mooring.decision;

import org.jspecify.annotations.NullMarked;
