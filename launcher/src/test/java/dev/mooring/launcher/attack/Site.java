package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.charts.ChartValues;
import dev.mooring.controller.Controller;
import dev.mooring.controller.ControllerConfig;
import dev.mooring.controller.Surroundings;
import dev.mooring.server.ServerSettings;
import dev.mooring.testcluster.AuditLog;
import dev.mooring.testcluster.ClusterConfig;
import dev.mooring.testcluster.Kubeconfig;
import dev.mooring.testcluster.Line;
import dev.mooring.testcluster.Rights;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.webhook.Webhook;
import dev.mooring.webhook.WebhookConfig;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A control plane with the chart on it, and the webhook and the controller in this JVM with the chart's accounts. */
final class Site implements AutoCloseable {
    /** Lets a claim be a copy of one in another namespace, which some clusters allow. */
    private static final String MORE_COPIES = "--feature-gates=CrossNamespaceVolumeDataSource=true";

    /** How long the controller evicts before it deletes. */
    static final String EVICTION_DEADLINE = "5s";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestCluster cluster;
    private final Line line;
    private final KubernetesClient admin;
    private final KubernetesClient webhookAccount;
    private final KubernetesClient controllerAccount;
    private final int port;
    private final Map<String, KubernetesClient> impersonating = new ConcurrentHashMap<>();
    private @Nullable Webhook webhook;
    private @Nullable Controller controller;
    private @Nullable Scene scene;
    private final Set<String> installed = new HashSet<>();

    private Site(TestCluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
        admin = cluster.admin().clientWithoutRetries();
        line = Line.to(cluster.apiServer());
        webhookAccount = line.client(account("mooring-webhook"));
        controllerAccount = account("mooring-controller").client();
    }

    /** Starts everything, and returns when all of it is in force. */
    static Site start() {
        var cluster = TestCluster.start(ClusterConfig.defaults().withApiServerFlags(MORE_COPIES));
        int port = FreePort.find();
        ChartInstaller.install(
                cluster.client(),
                ChartValues.defaults()
                        .webhookUrl(URI.create("https://127.0.0.1:" + port))
                        .with("exemptNamespaces", List.of(World.EXEMPT)));
        var site = new Site(cluster, port);
        site.put(Processes.UP);
        site.awaitPolicies();
        return site;
    }

    /** Returns what has been prepared for all attempts; made when it is first asked for. */
    synchronized Scene scene() {
        if (scene == null) {
            var before = processes();
            put(Processes.UP);
            scene = Scene.on(new World(cluster, admin));
            put(before);
        }
        return scene;
    }

    /** Returns what makes more of what the scene is made of. */
    World world() {
        return scene().world();
    }

    /** Starts or stops the webhook and the controller. Returns when the webhook answers, or does no more. */
    void put(Processes wished) {
        switch (wished) {
            case UP -> startProcesses();
            case DOWN -> stopProcesses();
        }
    }

    Processes processes() {
        return webhook == null ? Processes.DOWN : Processes.UP;
    }

    /** Returns a client of the administrator, who may do everything. */
    KubernetesClient admin() {
        return admin;
    }

    /** Returns a client of the webhook's own account. */
    KubernetesClient webhookAccount() {
        return webhookAccount;
    }

    /** Returns a client of a service account, by impersonation. */
    KubernetesClient serviceAccount(String namespace, String name) {
        return impersonating(
                "system:serviceaccount:" + namespace + ":" + name,
                "system:serviceaccounts",
                "system:serviceaccounts:" + namespace,
                "system:authenticated");
    }

    /** Returns a client of a person who is in no group of his own, by impersonation. */
    KubernetesClient person(String name) {
        return impersonating(name, "system:authenticated");
    }

    private KubernetesClient impersonating(String user, String... groups) {
        return impersonating.computeIfAbsent(user, any -> {
            var config = new ConfigBuilder(admin.getConfiguration())
                    .withImpersonateUsername(user)
                    .withImpersonateGroups(groups)
                    .build();
            return new KubernetesClientBuilder().withConfig(config).build();
        });
    }

    /** Returns the names of the roles that the chart ships. */
    List<String> roles() {
        return admin.rbac().clusterRoles().withLabel("mooring.dev/role").list().getItems().stream()
                .map(role -> role.getMetadata().getName())
                .toList();
    }

    /** Returns the line over which the webhook reaches the API server. */
    Line lineOfTheWebhook() {
        return line;
    }

    AuditLog auditLog() {
        return cluster.auditLog();
    }

    TestCluster cluster() {
        return cluster;
    }

    void keepLogs() {
        cluster.keepLogs();
    }

    /** Installs the kinds of the external snapshotter, which a cluster may or may not have. */
    void installSnapshots() {
        install("snapshotter.yaml");
        awaitServed(
                "/apis/groupsnapshot.storage.k8s.io/v1beta1/volumegroupsnapshots",
                "/apis/snapshot.storage.k8s.io/v1/volumesnapshots",
                "/apis/snapshot.storage.k8s.io/v1/volumesnapshotcontents");
    }

    /** Installs crews, a kind of workload that we know nothing of, and the account of their controller. */
    void installCrews() {
        install("crews.yaml");
        awaitServed("/apis/example.com/v1/crews");
        awaitRight("crew-system:crew-controller", "create", "pods");
    }

    /** Installs the account of the external resizer, as a CSI driver brings it. */
    void installResizer() {
        install("resizer.yaml");
        awaitRight("kube-system:external-resizer", "get", "persistentvolumeclaims");
    }

    private synchronized void install(String resource) {
        if (installed.add(resource)) {
            admin.load(Objects.requireNonNull(Site.class.getResourceAsStream("/attacks/" + resource)))
                    .items()
                    .forEach(object -> admin.resource(object).create());
        }
    }

    private void awaitServed(String... paths) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> Arrays.stream(paths).allMatch(path -> admin.raw(path) != null));
    }

    private void awaitRight(String account, String verb, String resource) {
        var rights = new Rights(admin, "system:serviceaccount:" + account);
        await().atMost(PATIENCE).until(() -> rights.may(verb, "", resource, "default", null));
    }

    /** Starts a webhook without waiting until it sees anything. */
    void startBlindWebhook() {
        webhook = startWebhook();
    }

    private void startProcesses() {
        if (controller == null) {
            controller = Controller.start(
                    ControllerConfig.from(Map.of(
                            "MOORING_EXEMPT_NAMESPACES", World.EXEMPT, "MOORING_EVICTION_DEADLINE", EVICTION_DEADLINE)),
                    controllerAccount,
                    new SimpleMeterRegistry(),
                    new Surroundings(InstantSource.system(), System::nanoTime, new Random()));
        }
        if (webhook == null) {
            webhook = startWebhook();
        }
        var started = webhook;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(started::isReady);
    }

    private Webhook startWebhook() {
        return Webhook.start(
                WebhookConfig.from(Map.of("MOORING_SERVING_NAMES", "127.0.0.1")),
                ServerSettings.listeningOn("127.0.0.1", port).withDrain(Duration.ZERO, Duration.ofSeconds(1)),
                webhookAccount,
                InstantSource.system());
    }

    private void stopProcesses() {
        if (webhook != null) {
            webhook.close();
            webhook = null;
        }
        if (controller != null) {
            controller.close();
            controller = null;
        }
    }

    /** The API server takes up policies a moment after they were stored, all at once. */
    private void awaitPolicies() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThatThrownBy(() -> admin.resource(Claims.plain("default", "probe")
                                        .editMetadata()
                                        .addToLabels("mooring.dev/probe", "true")
                                        .endMetadata()
                                        .build())
                                .dryRun(true)
                                .create())
                        .hasMessageContaining("mooring-storage-labels"));
    }

    @Override
    public void close() {
        stopProcesses();
        if (scene != null) {
            scene.world().close();
        }
        impersonating.values().forEach(KubernetesClient::close);
        controllerAccount.close();
        webhookAccount.close();
        line.close();
        admin.close();
        cluster.close();
    }

    private Kubeconfig account(String name) {
        return cluster.serviceAccount(ChartValues.DEFAULT_NAMESPACE, name);
    }
}
