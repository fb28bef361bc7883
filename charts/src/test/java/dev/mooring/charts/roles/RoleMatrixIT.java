package dev.mooring.charts.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.charts.ChartValues;
import dev.mooring.testcluster.Rights;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks the API server's authorizer about every verb on everything that it serves, role by role: in the role's own scope, in
 * the scope above it, in a scope of others and outside all namespaces. The answers are those of the tables, and no others.
 */
@WithCluster(exclusive = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixIT {
    private static final RoleTables TABLES = RoleTables.read();
    private static final List<String> VERBS = List.of(
            "get",
            "list",
            "watch",
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection",
            "bind",
            "escalate",
            "impersonate");
    private static final String OWN = "own";
    private static final String ABOVE = "above";
    private static final String OTHERS = "others";
    private static final int AT_ONCE = 8;

    private final KubernetesClient admin;
    private Set<Resource> resources = Set.of();

    RoleMatrixIT(TestCluster cluster) {
        admin = cluster.client();
    }

    static Set<String> roles() {
        return TABLES.letters().keySet();
    }

    @BeforeAll
    void givePeopleTheirRoles() {
        ChartInstaller.install(admin, ChartValues.defaults());
        resources = Resource.all(admin, TABLES);
        List.of(OWN, ABOVE, OTHERS).forEach(this::makeNamespace);
        roles().forEach(role -> {
            bind(OWN, role, role);
            bind(ABOVE, role + "-above", role);
        });
        // The last binding is known only after all others.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> new Rights(admin, "viewer-user").may("list", "environments", ABOVE));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void mayWhatTheTablesSayAndNothingElse(String role) throws Exception {
        assertThat(allowed(role)).isEqualTo(expected(role));
    }

    private Set<String> expected(String role) {
        return Stream.concat(
                        TABLES.rights(role).stream().map(right -> cell(OWN, right)),
                        TABLES.rightsAbove(role).stream().map(right -> cell(ABOVE, right)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> allowed(String role) throws InterruptedException, ExecutionException {
        var rights = new Rights(admin, role + "-user");
        var allowed = new TreeSet<String>();
        try (var askers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Optional<String>>> questions = Stream.of(OWN, ABOVE, OTHERS, "")
                    .flatMap(namespace -> questions().map(right -> asked(rights, right, namespace)))
                    .toList();
            for (var answer : askers.invokeAll(questions)) {
                answer.get().ifPresent(allowed::add);
            }
        }
        return allowed;
    }

    private static Callable<Optional<String>> asked(Rights rights, Right right, String namespace) {
        return () -> may(rights, right, namespace.isEmpty() ? null : namespace)
                ? Optional.of(cell(namespace, right))
                : Optional.empty();
    }

    /** Every verb on everything, and the roles to bind one by one: nobody may bind all of them. */
    private Stream<Right> questions() {
        return Stream.concat(
                resources.stream()
                        .flatMap(resource -> VERBS.stream()
                                .map(verb -> new Right(verb, resource.group(), resource.name(), Right.ANY))),
                Stream.concat(
                                roles().stream(),
                                Stream.of("cluster-admin", "admin", "edit", "view", "mooring-controller"))
                        .flatMap(name -> Stream.of("bind", "escalate", "get", "update")
                                .map(verb -> new Right(verb, "rbac.authorization.k8s.io", "clusterroles", name))));
    }

    private static boolean may(Rights rights, Right right, @Nullable String namespace) {
        var name = right.name().equals(Right.ANY) ? null : right.name();
        return rights.may(right.verb(), right.group(), right.resource(), namespace, name);
    }

    private static String cell(String namespace, Right right) {
        return String.join(" ", namespace, right.verb(), right.group() + "/" + right.resource(), right.name());
    }

    private void makeNamespace(String name) {
        admin.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    private void bind(String namespace, String clusterRole, String role) {
        admin.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(clusterRole)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", clusterRole)
                        .addNewSubject("rbac.authorization.k8s.io", "User", role + "-user", null)
                        .build())
                .create();
    }
}
