package dev.mooring.controller.scope;

import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.index.NamespaceState;
import dev.mooring.informers.AccessRuleView;
import java.util.List;

/** Knows whether a namespace belongs to a department or project already, and what is left in it of an earlier one. */
final class NamespaceOwners {
    private final ControllerView view;

    NamespaceOwners(ControllerView view) {
        this.view = view;
    }

    /** Returns the names of the access rules in the namespace {@code name}. */
    List<String> rulesIn(String name) {
        return view.indexes().rulesByNamespace().with(name).stream()
                .map(AccessRuleView::name)
                .toList();
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
