package dev.mooring.informers;

/** Finds departments by their name. What lies outside the cluster scope is no department. */
final class DepartmentsByName extends Index<String, DepartmentView> {
    DepartmentsByName(String clusterScopeNamespace) {
        super(department -> department.namespace().equals(clusterScopeNamespace) ? department.name() : null);
    }
}
