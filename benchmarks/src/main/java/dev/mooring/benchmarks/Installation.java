package dev.mooring.benchmarks;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.charts.ChartValues;
import dev.mooring.controller.Controller;
import dev.mooring.controller.ControllerConfig;
import dev.mooring.controller.Surroundings;
import dev.mooring.server.ServerSettings;
import dev.mooring.testcluster.ClusterConfig;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.webhook.Webhook;
import dev.mooring.webhook.WebhookConfig;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A control plane with the chart on it, with the webhook and the controller in this JVM, and with what {@code
 * first-mounts.yaml} describes.
 */
final class Installation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestCluster cluster;
    private final KubernetesClient controllerAccount;
    private final KubernetesClient webhookAccount;
    private final Controller controller;
    private final Webhook webhook;

    private Installation(TestCluster cluster, int port) {
        this.cluster = cluster;
        controllerAccount = account("mooring-controller");
        webhookAccount = account("mooring-webhook");
        controller = Controller.start(
                ControllerConfig.from(Map.of()),
                controllerAccount,
                new SimpleMeterRegistry(),
                new Surroundings(InstantSource.system(), System::nanoTime, new Random()));
        webhook = Webhook.start(
                WebhookConfig.from(Map.of("MOORING_SERVING_NAMES", "127.0.0.1")),
                ServerSettings.listeningOn("127.0.0.1", port).withDrain(Duration.ZERO, Duration.ofSeconds(1)),
                webhookAccount,
                InstantSource.system());
    }

    /** Starts everything and returns at once. */
    static Installation start() {
        int port = freePort();
        var cluster = TestCluster.start(ClusterConfig.defaults().withScheduler().withKwokNodes(1));
        ChartInstaller.install(
                cluster.client(), ChartValues.defaults().webhookUrl(URI.create("https://127.0.0.1:" + port)));
        return new Installation(cluster, port);
    }

    KubernetesClient client() {
        return cluster.client();
    }

    /** Waits until all is up, and makes what the file describes. */
    void prepare() throws InterruptedException {
        Waiting.until("the webhook is ready", webhook::isReady);
        var objects = Objects.requireNonNull(Installation.class.getResourceAsStream("/first-mounts.yaml"));
        client().load(objects).items().forEach(this::make);
    }

    /** Makes projects that the data volume is shared with; returns their names. */
    List<String> projects(int count) {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String name = "project-" + number;
            make(new GenericKubernetesResourceBuilder()
                    .withApiVersion("mooring.dev/v1alpha1")
                    .withKind("Project")
                    .withNewMetadata()
                    .withNamespace("department-research")
                    .withName(name)
                    .endMetadata()
                    .build());
            client().serviceAccounts()
                    .inNamespace(name)
                    .withName("default")
                    .waitUntilCondition(Objects::nonNull, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            names.add(name);
        }
        return names;
    }

    /** Returns when such a pod would be let in. */
    void awaitAllowed(Pod pod) throws InterruptedException {
        Waiting.until("the pod is let in", () -> {
            try {
                return client().resource(pod).dryRun(true).create() != null;
            } catch (KubernetesClientException e) {
                return false;
            }
        });
    }

    private void make(HasMetadata object) {
        client().resource(object).create();
        boolean isShare = object.getKind().equals("DataVolumeShare"); // not ready as long as it reaches nobody
        if (object instanceof GenericKubernetesResource && !isShare) {
            client().resource(object)
                    .waitUntilCondition(Installation::isReady, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static boolean isReady(HasMetadata object) {
        List<Map<String, Object>> conditions =
                object instanceof GenericKubernetesResource ours ? ours.get("status", "conditions") : null;
        return conditions != null
                && conditions.stream()
                        .anyMatch(condition ->
                                "Ready".equals(condition.get("type")) && "True".equals(condition.get("status")));
    }

    private KubernetesClient account(String name) {
        return cluster.serviceAccount(ChartValues.DEFAULT_NAMESPACE, name).client();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        webhook.close();
        controller.close();
        webhookAccount.close();
        controllerAccount.close();
        cluster.close();
    }
}
