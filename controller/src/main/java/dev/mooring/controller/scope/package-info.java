/**
 * Gives departments and projects their namespaces: makes, adopts, labels and lets go of them.
 *
 * <p>A namespace is never deleted here, nor taken from whom it belongs to. Both kinds follow one plan; begin with {@link
 * dev.mooring.controller.scope.ScopePlan}.
 */
@NullMarked
package dev.mooring.controller.scope;

import org.jspecify.annotations.NullMarked;
