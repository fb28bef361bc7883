package dev.mooring.informers;

import org.jspecify.annotations.Nullable;

/** Finds departments by the namespace that is theirs already. What lies outside the cluster scope is no department. */
final class DepartmentsByNamespace extends Index<String, DepartmentView> {
    DepartmentsByNamespace(String clusterScopeNamespace) {
        super(department -> department.namespace().equals(clusterScopeNamespace) ? scopeOf(department) : null);
    }

    private static @Nullable String scopeOf(DepartmentView department) {
        var scope = department.scope();
        return scope == null ? null : scope.name();
    }
}
