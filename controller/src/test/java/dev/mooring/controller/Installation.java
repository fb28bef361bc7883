package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.charts.ChartValues;
import dev.mooring.testcluster.TestCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The chart installed on a cluster, without its webhooks, and a controller that runs with the chart's account. */
final class Installation implements Sharing, Running, AutoCloseable {
    private final KubernetesClient admin;
    private final KubernetesClient account;
    private final Map<String, String> settings;
    private MeterRegistry meters = new SimpleMeterRegistry();
    private Controller controller;

    private Installation(KubernetesClient admin, KubernetesClient account, Map<String, String> settings) {
        this.admin = admin;
        this.account = account;
        this.settings = settings;
        controller = start(account);
    }

    static Installation on(TestCluster cluster) {
        return on(cluster, Map.of());
    }

    /** Installs the chart, and starts a controller with these settings besides those that tests need. */
    static Installation on(TestCluster cluster, Map<String, String> settings) {
        var admin = cluster.client();
        ChartInstaller.install(admin, ChartValues.defaults());
        var webhooks = admin.admissionRegistration().v1();
        webhooks.mutatingWebhookConfigurations().withName("mooring").delete();
        webhooks.validatingWebhookConfigurations().withName("mooring").delete();
        await("policies")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThatThrownBy(() -> takeAMirrorsName(admin))
                        .hasMessageContaining("mooring-reserved-claims"));
        return new Installation(
                admin,
                cluster.serviceAccount("mooring-system", "mooring-controller").client(),
                settings);
    }

    private static void takeAMirrorsName(KubernetesClient client) {
        client.resource(Unmade.claim("default", "dv.any.any")).dryRun(true).create();
    }

    /** Starts a controller, beside any that runs; closing it and the client is the caller's. */
    Controller start(KubernetesClient client) {
        return start(client, Map.of());
    }

    private Controller start(KubernetesClient client, Map<String, String> more) {
        var environment = new HashMap<>(settings);
        environment.put("MOORING_ALLOW_NODE_LOCAL", "true");
        environment.putAll(more);
        meters = new SimpleMeterRegistry();
        return Controller.start(
                ControllerConfig.from(environment),
                client,
                meters,
                new Surroundings(InstantSource.system(), System::nanoTime, new Random(1)));
    }

    @Override
    public KubernetesClient admin() {
        return admin;
    }

    @Override
    public KubernetesClient account() {
        return account;
    }

    /** Returns a client for another controller, whose requests {@code interceptor} sees; closing it is the caller's. */
    KubernetesClient accountSeenBy(Interceptor interceptor) {
        return new KubernetesClientBuilder()
                .withConfig(account.getConfiguration())
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("seen", interceptor))
                .build();
    }

    /** Deletes as the garbage collector does, which no policy stops. */
    void collect(HasMetadata object) {
        var collector = new ConfigBuilder(admin.getConfiguration())
                .withImpersonateUsername("system:serviceaccount:kube-system:generic-garbage-collector")
                .build();
        try (var client = new KubernetesClientBuilder().withConfig(collector).build()) {
            client.resource(object).delete();
        }
    }

    /** Returns what the controller measures that was started last. */
    MeterRegistry meters() {
        return meters;
    }

    void stopController() {
        controller.close();
    }

    void startController() {
        startController(Map.of());
    }

    /** Starts a controller as an administrator does who has set this, too. */
    void startController(Map<String, String> more) {
        controller = start(account, more);
    }

    @Override
    public void close() {
        controller.close();
        account.close();
    }
}
