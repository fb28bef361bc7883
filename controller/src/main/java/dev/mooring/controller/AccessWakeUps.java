package dev.mooring.controller;

import dev.mooring.controller.access.BindingFailures;
import dev.mooring.controller.index.BindingView;
import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.index.GrantedRoles;
import dev.mooring.controller.index.Indexes;
import dev.mooring.controller.object.ObjectKey;
import dev.mooring.informers.AccessRuleView;
import dev.mooring.informers.DepartmentView;
import dev.mooring.informers.ProjectView;
import dev.mooring.informers.RoleView;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows in which namespaces a change concerns the bindings, and of which access rules the status.
 *
 * <p>Goes by what scopes say of themselves, whether they are in force or not: one that comes into force or goes out of it
 * concerns the same namespaces. Like {@link WakeUps}, rather a key too many than one too few.
 */
final class AccessWakeUps {
    private final Indexes indexes;
    private final Supplier<Collection<DepartmentView>> departments;
    private final String cluster;
    private final Consumer<String> bindings;
    private final Consumer<String> changedBindings;
    private final Waker rules;

    /**
     * Wakes up the bindings of namespaces, and rules.
     *
     * @param cluster the cluster scope's namespace
     * @param bindings is told of namespaces in which other bindings may have to be than there are
     * @param changedBindings is told of namespaces whose bindings changed, mostly by the controller itself
     */
    AccessWakeUps(
            Indexes indexes,
            Supplier<Collection<DepartmentView>> departments,
            String cluster,
            Consumer<String> bindings,
            Consumer<String> changedBindings,
            Waker rules) {
        this.indexes = indexes;
        this.departments = departments;
        this.cluster = cluster;
        this.bindings = bindings;
        this.changedBindings = changedBindings;
        this.rules = rules;
    }

    /** Has everything that {@code view} sees wake up what it concerns. */
    static void connect(
            ControllerView view,
            String cluster,
            BindingFailures failures,
            Consumer<String> bindings,
            Consumer<String> changedBindings,
            Waker rules) {
        var wakeUps = new AccessWakeUps(
                view.indexes(), view.cluster().departments()::all, cluster, bindings, changedBindings, rules);
        view.rules().listen(wakeUps::rule);
        view.roles().listen(wakeUps::role);
        view.grantedRoles().listen(wakeUps::grantedRoles);
        view.bindings().listen(wakeUps::binding);
        view.ownRoles()
                .listen((key, before, now) ->
                        changedBindings.accept(ObjectKey.parse(key).namespace()));
        view.cluster().projects().listen(wakeUps::project);
        view.cluster().departments().listen(wakeUps::department);
        view.cluster().namespaces().listen((name, before, now) -> wakeUps.namespace(name));
        view.namespaces().listen((name, before, now) -> wakeUps.namespace(name));
        failures.listen(wakeUps::rulesThatReach);
    }

    void rule(String key, @Nullable AccessRuleView before, @Nullable AccessRuleView now) {
        rules.now(ObjectKey.parse(key));
        concern(ObjectKey.parse(key).namespace());
    }

    void role(String name, @Nullable RoleView before, @Nullable RoleView now) {
        WakeUps.each(before, now, role -> given(role.role()));
    }

    /** The roles that came onto the chart's list, and those that left it. */
    void grantedRoles(String name, @Nullable GrantedRoles before, @Nullable GrantedRoles now) {
        WakeUps.each(
                before,
                now,
                granted -> granted.names().stream()
                        .filter(role -> !(isIn(before, role) && isIn(now, role)))
                        .forEach(this::given));
    }

    private static boolean isIn(@Nullable GrantedRoles granted, String role) {
        return granted != null && granted.names().contains(role);
    }

    private void given(String role) {
        indexes.rulesByRole().with(role).forEach(rule -> {
            rules.soon(new ObjectKey(rule.namespace(), rule.name()));
            concern(rule.namespace());
        });
    }

    void binding(String key, @Nullable BindingView before, @Nullable BindingView now) {
        var namespace = ObjectKey.parse(key).namespace();
        changedBindings.accept(namespace);
        reaching(namespace).forEach(rules::soon);
    }

    void project(String key, @Nullable ProjectView before, @Nullable ProjectView now) {
        namespace(ObjectKey.parse(key).name());
        bindings.accept(ObjectKey.parse(key).namespace());
    }

    void department(String key, @Nullable DepartmentView before, @Nullable DepartmentView now) {
        WakeUps.each(before, now, department -> {
            if (department.scope() != null) {
                namespace(department.scope().name());
            }
        });
    }

    /** Another namespace has the name now, or it is another scope's, or none's. */
    void namespace(String name) {
        concern(name);
        rulesThatReach(name);
    }

    /** The rules that give something in the namespace, or in one above it, say so, or say what was refused. */
    void rulesThatReach(String namespace) {
        below(namespace).flatMap(this::reaching).distinct().forEach(rules::soon);
    }

    /** The namespace itself, all below it, and those above it. */
    private void concern(String namespace) {
        below(namespace).forEach(bindings);
        departmentsOf(namespace).forEach(bindings);
        bindings.accept(cluster);
    }

    private Stream<String> below(String namespace) {
        return namespace.equals(cluster)
                ? Stream.concat(
                        Stream.of(cluster),
                        departments.get().stream()
                                .map(DepartmentView::scope)
                                .flatMap(Stream::ofNullable)
                                .flatMap(scope -> withProjects(scope.name())))
                : withProjects(namespace);
    }

    private Stream<String> withProjects(String namespace) {
        return Stream.concat(
                Stream.of(namespace),
                indexes.projectsByDepartment().with(namespace).stream().map(ProjectView::name));
    }

    private Stream<String> departmentsOf(String project) {
        return indexes.projectsByName().with(project).stream().map(ProjectView::departmentNamespace);
    }

    /** The rules that give something in {@code namespace}. */
    private Stream<ObjectKey> reaching(String namespace) {
        return Stream.concat(Stream.of(namespace, cluster), departmentsOf(namespace))
                .distinct()
                .flatMap(scope -> indexes.rulesByNamespace().with(scope).stream())
                .map(rule -> new ObjectKey(rule.namespace(), rule.name()));
    }
}
