/**
 * What every reconciler needs of Kubernetes objects: keys, conditions, the status writer, Events, preconditions.
 *
 * <p>No rule of a particular kind belongs here. Begin with {@link dev.mooring.controller.object.StatusWriter}.
 */
@NullMarked
package dev.mooring.controller.object;

import org.jspecify.annotations.NullMarked;
