package dev.mooring.controller.scope;

import dev.mooring.controller.object.Readiness;
import dev.mooring.model.NamespaceIdentity;
import org.jspecify.annotations.Nullable;

/**
 * What the status of a department or project says.
 *
 * @param namespace the namespace that is its identity, or null until it has one
 * @param readiness whether it may be used
 */
record ScopeReport(@Nullable NamespaceIdentity namespace, Readiness readiness) {}
