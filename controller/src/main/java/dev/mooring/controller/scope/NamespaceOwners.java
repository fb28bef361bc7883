package dev.mooring.controller.scope;

import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.index.NamespaceState;

/** Knows whether a namespace belongs to a department or project already. */
final class NamespaceOwners {
    private final ControllerView view;

    NamespaceOwners(ControllerView view) {
        this.view = view;
    }

    /**
     * Returns whether another department or project than the one with UID {@code self} has the namespace {@code name}: its
     * status says so, or the namespace's label, if the object with that UID still exists.
     */
    boolean belongsToOther(String self, String name, NamespaceState namespace) {
        return view.cluster().departments().all().stream()
                        .filter(department -> !department.uid().equals(self))
                        .anyMatch(department -> department.uid().equals(namespace.holder())
                                || (department.scope() != null
                                        && department.scope().uid().equals(namespace.uid())))
                || view.indexes().projectsByName().with(name).stream()
                        .filter(project -> !project.uid().equals(self))
                        .anyMatch(project -> project.uid().equals(namespace.holder())
                                || namespace.uid().equals(project.namespaceUid()));
    }
}
