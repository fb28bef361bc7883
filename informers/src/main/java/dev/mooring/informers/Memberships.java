package dev.mooring.informers;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * Knows which projects and departments are in force: not being deleted, and their status names the very namespace that
 * has the name now. A namespace that was deleted and made again has another UID and belongs to nobody until it is adopted.
 */
final class Memberships {
    private final ProjectsByNamespace projects;
    private final DepartmentsByNamespace departments;
    private final NamespaceUids namespaces;

    Memberships(ProjectsByNamespace projects, DepartmentsByNamespace departments, NamespaceUids namespaces) {
        this.projects = projects;
        this.departments = departments;
        this.namespaces = namespaces;
    }

    /** Returns where the project of {@code namespace} belongs, or empty if no project is in force there. */
    Optional<Membership> of(String namespace) {
        return only(projects.with(namespace), this::ofProject);
    }

    private Optional<Membership> ofProject(ProjectView project) {
        var uid = project.namespaceUid();
        return uid == null || project.deleting() || !uid.equals(namespaces.of(project.name()))
                ? Optional.empty()
                : departmentUid(project.departmentNamespace())
                        .map(department -> new Membership(uid, department, project.departmentNamespace()));
    }

    /** Returns the identity of the department whose namespace this is, or empty if none is in force there. */
    Optional<String> departmentUid(String namespace) {
        return only(departments.with(namespace), this::uidOf);
    }

    private Optional<String> uidOf(DepartmentView department) {
        var scope = department.scope();
        return scope == null || department.deleting() || !scope.uid().equals(namespaces.of(scope.name()))
                ? Optional.empty()
                : Optional.of(scope.uid());
    }

    /** Returns the one answer there is. Where two would claim the same namespace, neither has it. */
    private static <P, A> Optional<A> only(Collection<P> candidates, Function<P, Optional<A>> question) {
        Optional<A> found = Optional.empty();
        for (var candidate : candidates) {
            var answer = question.apply(candidate);
            if (answer.isPresent() && found.isPresent()) {
                return Optional.empty();
            }
            found = answer.isPresent() ? answer : found;
        }
        return found;
    }
}
