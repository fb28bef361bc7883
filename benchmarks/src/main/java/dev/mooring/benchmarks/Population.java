package dev.mooring.benchmarks;

import dev.mooring.controller.ControllerConfig;
import dev.mooring.model.AccessRule;
import dev.mooring.model.AccessRuleSpec;
import dev.mooring.model.AccessSubject;
import dev.mooring.model.Department;
import dev.mooring.model.Project;
import dev.mooring.model.SubjectKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Makes the departments, projects and rules of a large cluster, many at once. */
final class Population {
    static final String CLUSTER = ControllerConfig.from(Map.of()).clusterScopeNamespace();

    /** As many as the controller has of workers for bindings, for comparison. */
    static final int AT_ONCE = 4;

    /** Each different, and different from what later rules give: their bindings are not merged. */
    private static final List<String> ROLES_OF_THE_CLUSTER =
            List.of("department-viewer", "l1-researcher", "ml-engineer", "application-administrator", "editor");

    private static final String ROLE_OF_DEPARTMENTS = "research-manager";
    private static final String ROLE_OF_PROJECTS = "l2-researcher";

    private final KubernetesClient client;
    private final Sizes sizes;

    Population(KubernetesClient client, Sizes sizes) {
        this.client = client;
        this.sizes = sizes;
    }

    void makeDepartments() throws InterruptedException {
        make("departments", sizes.departments(), number -> {
            var department = new Department();
            department.setMetadata(named(CLUSTER, "unit-" + number));
            return department;
        });
    }

    void makeProjects() throws InterruptedException {
        make("projects", sizes.projects(), number -> {
            var project = new Project();
            project.setMetadata(named(sizes.departmentOf(number), Sizes.project(number)));
            return project;
        });
    }

    void makeRules() throws InterruptedException {
        make(
                "rules of the cluster",
                Sizes.CLUSTER_RULES,
                number -> rule(CLUSTER, ROLES_OF_THE_CLUSTER.get(number), "somebody-" + number));
        make(
                "rules of departments",
                sizes.departmentRules(),
                number -> rule(Sizes.department(number), ROLE_OF_DEPARTMENTS, "manager-" + number));
        make(
                "rules of projects",
                sizes.projectRules(),
                number -> rule(Sizes.project(number), ROLE_OF_PROJECTS, "researcher-" + number));
    }

    /** Makes RoleBindings like the controller's, in one namespace. */
    void makeBindings(int count) throws InterruptedException {
        make(
                "RoleBindings for comparison",
                count,
                number -> new RoleBindingBuilder()
                        .withMetadata(named("default", "by-hand-" + number))
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", ROLE_OF_PROJECTS)
                        .addNewSubject("rbac.authorization.k8s.io", "User", "researcher-" + number, null)
                        .build());
    }

    static AccessRule rule(String namespace, String role, String user) {
        var rule = new AccessRule();
        rule.setMetadata(named(namespace, user));
        rule.setSpec(new AccessRuleSpec(List.of(new AccessSubject(SubjectKind.USER, user, null)), role));
        return rule;
    }

    private static ObjectMeta named(String namespace, String name) {
        return new ObjectMetaBuilder().withNamespace(namespace).withName(name).build();
    }

    private void make(String what, int count, IntFunction<HasMetadata> object) throws InterruptedException {
        InParallel.run(
                what,
                count,
                AT_ONCE,
                number -> client.resource(object.apply(number)).create());
    }
}
