package dev.mooring.informers;

import dev.mooring.model.ScopeKind;

/** Where a layer of grants comes from: what a project has itself, or what is shared with one scope. */
public sealed interface GrantScope {
    /**
     * The data volumes of one project, usable there without a share.
     *
     * @param project the project, which is its namespace
     */
    record Own(String project) implements GrantScope {}

    /**
     * What is shared with one scope.
     *
     * @param kind how far it reaches
     * @param uid the UID of the scope's namespace, its identity
     */
    record SharedWith(ScopeKind kind, String uid) implements GrantScope {}
}
