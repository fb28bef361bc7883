package dev.mooring.informers;

import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.model.ScopeKind;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the scope that a person names. */
final class ScopeDirectory {
    private static final Target UNKNOWN = new Target.Unknown();
    private static final Target NO_NAMESPACE_YET = new Target.NoNamespaceYet();

    private final String clusterScopeNamespace;
    private final ProjectsByNamespace projects;
    private final DepartmentsByName departments;
    private final NamespaceUids namespaces;
    private final Memberships memberships;

    ScopeDirectory(
            String clusterScopeNamespace,
            ProjectsByNamespace projects,
            DepartmentsByName departments,
            NamespaceUids namespaces,
            Memberships memberships) {
        this.clusterScopeNamespace = clusterScopeNamespace;
        this.projects = projects;
        this.departments = departments;
        this.namespaces = namespaces;
        this.memberships = memberships;
    }

    /** Returns the scope of this kind and name; the cluster needs no name. */
    Target find(ScopeKind kind, @Nullable String name) {
        return switch (kind) {
            case CLUSTER -> cluster();
            case PROJECT -> name == null ? UNKNOWN : project(name);
            case DEPARTMENT -> name == null ? UNKNOWN : department(name);
        };
    }

    private Target cluster() {
        var uid = namespaces.of(clusterScopeNamespace);
        return uid == null ? NO_NAMESPACE_YET : new Target.Found(clusterScopeNamespace, uid);
    }

    private Target project(String name) {
        return memberships
                .of(name)
                .<Target>map(member -> new Target.Found(name, member.projectUid()))
                .orElseGet(() -> waiting(projects.with(name), ProjectView::deleting));
    }

    private Target department(String name) {
        return departments.with(name).stream()
                .map(this::found)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> waiting(departments.with(name), DepartmentView::deleting));
    }

    private Optional<Target> found(DepartmentView department) {
        var scope = department.scope();
        return scope == null || department.deleting()
                ? Optional.empty()
                : memberships.departmentUid(scope.name()).map(uid -> new Target.Found(scope.name(), uid));
    }

    private static <P> Target waiting(Collection<P> candidates, Predicate<P> deleting) {
        return candidates.stream().allMatch(deleting) ? UNKNOWN : NO_NAMESPACE_YET;
    }
}
