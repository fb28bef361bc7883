/**
 * What the controller knows of the cluster besides what the webhook knows: pods that use mirrors, claims, volumes, and who
 * belongs to whom.
 *
 * <p>Holds small records of what informers see, never the objects. Reconcilers count and find here; what they change they
 * read from the API server, or change only in the state that was seen. Begin with {@link dev.mooring.controller.index.Consumers}.
 */
@NullMarked
package dev.mooring.controller.index;

import org.jspecify.annotations.NullMarked;
