package dev.mooring.charts.policies;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.charts.ChartValues;
import dev.mooring.testcluster.TestCluster;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A cluster with the chart and without any process of ours: the policies are alone. The webhooks are taken out, for what they
 * must answer would be refused without them.
 */
final class GuardedCluster implements AutoCloseable {
    /** An owner of data, by the chart's role. */
    static final String TENANT = "ana";

    /** An administrator of a department, who may give roles, though not all. */
    private static final String HEAD = "dora";

    private static final ChartValues VALUES =
            ChartValues.defaults().with("exemptNamespaces", List.of("calico", "department-storage"));
    private static final Duration SOON = Duration.ofSeconds(30);

    private final AtomicInteger teams = new AtomicInteger();
    private final Map<String, KubernetesClient> clients = new LinkedHashMap<>();
    private final TestCluster cluster;
    private final KubernetesClient admin;
    private final InlineVolumes inlineVolumes;

    private GuardedCluster(TestCluster cluster, InlineVolumes inlineVolumes) {
        this.cluster = cluster;
        this.admin = cluster.client();
        this.inlineVolumes = inlineVolumes;
    }

    /** Installs the chart and returns when every policy is in force, as its examples show. */
    static GuardedCluster on(TestCluster cluster) {
        return on(cluster, InlineVolumes.CHECK);
    }

    /** The same with what the values say of inline volumes. */
    static GuardedCluster on(TestCluster cluster, InlineVolumes inlineVolumes) {
        ChartInstaller.install(cluster.client(), inlineVolumes.in(VALUES));
        var webhooks = cluster.client().admissionRegistration().v1();
        webhooks.mutatingWebhookConfigurations().withName("mooring").delete();
        webhooks.validatingWebhookConfigurations().withName("mooring").delete();
        var guarded = new GuardedCluster(cluster, inlineVolumes);
        guarded.definitions();
        guarded.awaitPolicies();
        return guarded;
    }

    /** Returns the examples for such a cluster that are refused. */
    List<Example> refused() {
        return Example.refused().stream().filter(inlineVolumes::shows).toList();
    }

    /** Returns the examples for such a cluster that are let through. */
    List<Example> allowed() {
        return Example.allowed().stream().filter(inlineVolumes::shows).toList();
    }

    /** Returns a client of {@code tenant}, {@code admin}, {@code controller}, or of any other user by name. */
    KubernetesClient client(String who) {
        return switch (who) {
            case "admin" -> admin;
            case "tenant" ->
                clients.computeIfAbsent(who, any -> cluster.user(TENANT).client());
            case "controller" ->
                clients.computeIfAbsent(
                        who,
                        any -> cluster.serviceAccount("mooring-system", "mooring-controller")
                                .client());
            default -> clients.computeIfAbsent(who, this::impersonate);
        };
    }

    /** Makes a project's namespace in which the tenant owns the data; returns its name. */
    String team() {
        var name = "team-" + teams.incrementAndGet();
        client("controller")
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withLabels(Map.of("mooring.dev/scope", "project"))
                        .endMetadata()
                        .build())
                .create();
        admin.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(name)
                        .withName("default")
                        .endMetadata()
                        .build())
                .serverSideApply();
        bind(name, "editor", TENANT);
        bind(name, "department-administrator", HEAD);
        bind(name, "snapshots", TENANT);
        await().atMost(SOON).until(() -> maySnapshot(name));
        return name;
    }

    /** Sends all but the last request, which must succeed. */
    void prepare(List<Step> steps) {
        steps.subList(0, steps.size() - 1).forEach(step -> send(step, Trial.REAL));
    }

    /** Whether a request is meant. */
    enum Trial {
        DRY,
        REAL
    }

    /** Sends one request. */
    void send(Step step, Trial trial) {
        new Request(client(step.by()), step.body(), trial).send(step.verb());
    }

    TestCluster cluster() {
        return cluster;
    }

    @Override
    public void close() {
        clients.values().forEach(KubernetesClient::close);
    }

    /** Shows the first example of each until it is turned away: a policy takes a moment. */
    private void awaitPolicies() {
        var first = new LinkedHashMap<String, Example>();
        refused().forEach(example -> first.putIfAbsent(example.policy(), example));
        first.values().forEach(example -> {
            var team = team();
            var steps = example.steps(team);
            prepare(steps);
            await(example.toString())
                    .atMost(SOON)
                    .untilAsserted(() -> assertThatThrownBy(() -> send(steps.getLast(), example.probe()))
                            .isInstanceOf(KubernetesClientException.class)
                            .hasMessageContaining(example.refusal(team)));
        });
    }

    private void definitions() {
        admin.load(Objects.requireNonNull(getClass().getResourceAsStream("/policies/snapshotter.yaml")))
                .serverSideApply();
    }

    private void bind(String namespace, String role, String user) {
        admin.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(role)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", role)
                        .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                        .build())
                .create();
    }

    private boolean maySnapshot(String namespace) {
        var review = new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withNamespace(namespace)
                .withGroup("snapshot.storage.k8s.io")
                .withResource("volumesnapshots")
                .withVerb("create")
                .endResourceAttributes()
                .endSpec()
                .build();
        return client("tenant").resource(review).create().getStatus().getAllowed();
    }

    private KubernetesClient impersonate(String user) {
        var config = new ConfigBuilder(admin.getConfiguration())
                .withImpersonateUsername(user)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
