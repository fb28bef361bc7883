/**
 * Turns access rules into RoleBindings: the role in the rule's namespace and every one below it, what it reads of the assets
 * above, and the scope's own Project or Department object.
 *
 * <p>Decides nothing about requests: that is for Kubernetes' own RBAC, by what is written here. A namespace is reconciled as a
 * whole, by all rules that reach it, so nothing needs to be remembered of rules that are gone. Begin with {@link
 * dev.mooring.controller.access.Wanted}, then {@link dev.mooring.controller.access.BindingPlan}.
 */
@NullMarked
package dev.mooring.controller.access;

import org.jspecify.annotations.NullMarked;
