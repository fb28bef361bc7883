package dev.mooring.controller.access;

import dev.mooring.controller.index.ControllerView;
import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.informers.DepartmentView;
import dev.mooring.informers.ProjectView;
import dev.mooring.model.ScopeKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows which scopes are in force, what lies below and above them, and which rules reach them. */
final class Scopes {
    private final ControllerView view;
    private final String cluster;

    /** {@code cluster} is the namespace of the cluster scope. */
    Scopes(ControllerView view, String cluster) {
        this.view = view;
        this.cluster = cluster;
    }

    /** Returns what {@code namespace} is. */
    Scope of(String namespace) {
        if (namespace.equals(cluster)) {
            return new Scope.Cluster();
        }
        return department(namespace)
                .<Scope>map(department -> new Scope.Department(department.name()))
                .or(() -> project(namespace)
                        .map(project -> new Scope.Project(project.name(), project.departmentNamespace())))
                .orElseGet(Scope.None::new);
    }

    /** Returns the namespaces in which a rule in {@code namespace} gives its role: none if that is no scope's. */
    Stream<String> reachedFrom(String namespace) {
        return switch (of(namespace)) {
            case Scope.None ignored -> Stream.empty();
            case Scope.Project ignored -> Stream.of(namespace);
            case Scope.Department ignored -> Stream.concat(Stream.of(namespace), projectsOf(namespace));
            case Scope.Cluster ignored ->
                Stream.concat(
                        Stream.of(namespace),
                        departments()
                                .flatMap(department -> Stream.concat(Stream.of(department), projectsOf(department))));
        };
    }

    /**
     * Returns what a rule in {@code namespace} with {@code role} may give, and where: the role in all that it reaches, what that
     * reads above, and the scope's own object.
     */
    Stream<GivenIn> givenFrom(String namespace, String role) {
        var below = reachedFrom(namespace).map(one -> new GivenIn(one, new Given(Given.Sort.ROLE, role)));
        var above = new Given(Given.Sort.ABOVE, role);
        return switch (of(namespace)) {
            case Scope.None ignored -> below;
            case Scope.Cluster ignored -> below;
            case Scope.Department department ->
                Stream.concat(
                        below,
                        Stream.of(
                                new GivenIn(cluster, above),
                                new GivenIn(cluster, new Given(Given.Sort.DEPARTMENT, department.name()))));
            case Scope.Project project ->
                Stream.concat(
                        below,
                        Stream.of(
                                new GivenIn(project.departmentNamespace(), above),
                                new GivenIn(cluster, above),
                                new GivenIn(
                                        project.departmentNamespace(), new Given(Given.Sort.PROJECT, project.name()))));
        };
    }

    /** Returns the rules that reach {@code namespace}. */
    List<RuleFacts> rulesFor(String namespace) {
        return switch (of(namespace)) {
            case Scope.None ignored -> List.of();
            case Scope.Project project ->
                held(namespace, project.departmentNamespace(), cluster).toList();
            case Scope.Department ignored ->
                Stream.concat(held(namespace, cluster), ofProjects(namespace)).toList();
            case Scope.Cluster ignored ->
                Stream.concat(held(namespace), departments().flatMap(this::ofDepartment))
                        .toList();
        };
    }

    private Stream<RuleFacts> held(String... namespaces) {
        return Stream.of(namespaces).flatMap(from -> rules(from, new RuleFacts.From.HereOrAbove()));
    }

    private Stream<RuleFacts> ofProjects(String department) {
        return projectsOf(department).flatMap(name -> rules(name, new RuleFacts.From.ProjectBelow(name)));
    }

    /** The rules of a department, seen from the cluster scope, and of its projects. */
    private Stream<RuleFacts> ofDepartment(String namespace) {
        var own = department(namespace)
                .map(department -> rules(namespace, new RuleFacts.From.DepartmentBelow(department.name())))
                .orElseGet(Stream::empty);
        return Stream.concat(own, projectsOf(namespace).flatMap(name -> rules(name, new RuleFacts.From.FarBelow())));
    }

    private Stream<RuleFacts> rules(String namespace, RuleFacts.From from) {
        return view.indexes().rulesByNamespace().with(namespace).stream()
                .filter(rule -> !rule.deleting())
                .map(rule -> new RuleFacts(rule.role(), rule.subjects(), from));
    }

    private Stream<String> departments() {
        return view.cluster().departments().all().stream()
                .map(DepartmentView::scope)
                .flatMap(Stream::ofNullable)
                .map(scope -> scope.name())
                .distinct()
                .filter(namespace -> department(namespace).isPresent());
    }

    private Optional<DepartmentView> department(String namespace) {
        return view.indexes().departmentsByNamespace().with(namespace).stream()
                .filter(department -> isFound(
                        ScopeKind.DEPARTMENT,
                        department.name(),
                        department.scope() == null ? null : department.scope().uid()))
                .findFirst();
    }

    private Stream<String> projectsOf(String department) {
        return view.indexes().projectsByDepartment().with(department).stream()
                .filter(this::isInForce)
                .map(ProjectView::name);
    }

    private Optional<ProjectView> project(String name) {
        return view.indexes().projectsByName().with(name).stream()
                .filter(this::isInForce)
                .findFirst();
    }

    private boolean isInForce(ProjectView project) {
        return !project.deleting() && isFound(ScopeKind.PROJECT, project.name(), project.namespaceUid());
    }

    private boolean isFound(ScopeKind kind, String name, @Nullable String uid) {
        return view.cluster().scope(kind, name) instanceof Target.Found found
                && found.uid().equals(uid);
    }
}
