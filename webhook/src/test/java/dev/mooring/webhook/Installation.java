package dev.mooring.webhook;

import static org.awaitility.Awaitility.await;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.charts.ChartValues;
import dev.mooring.server.ServerSettings;
import dev.mooring.testcluster.Kubeconfig;
import dev.mooring.testcluster.Line;
import dev.mooring.testcluster.TestCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The chart on a cluster, and a webhook in this process that runs with the rights which the chart gives it. */
final class Installation implements AutoCloseable {
    static final String NAMESPACE = ChartValues.DEFAULT_NAMESPACE;

    private final TestCluster cluster;
    private final KubernetesClient client;
    private final KubernetesClient controller;
    private final int port;
    private @Nullable Webhook webhook;

    private Installation(TestCluster cluster, KubernetesClient client, int port) {
        this.cluster = cluster;
        this.client = client;
        this.controller =
                cluster.serviceAccount(NAMESPACE, "mooring-controller").client();
        this.port = port;
    }

    /** Installs the chart, starts the webhook, and returns when the API server can call it. */
    static Installation on(TestCluster cluster) {
        return on(cluster, Kubeconfig::client);
    }

    /** Like {@link #on(TestCluster)}, for a webhook that reaches the API server over {@code line}. */
    static Installation over(Line line, TestCluster cluster) {
        return on(cluster, line::client);
    }

    private static Installation on(TestCluster cluster, Function<Kubeconfig, KubernetesClient> connect) {
        int port = freePort();
        ChartInstaller.install(
                cluster.client(), ChartValues.defaults().webhookUrl(URI.create("https://127.0.0.1:" + port)));
        var account = cluster.serviceAccount(NAMESPACE, "mooring-webhook");
        var installation = new Installation(cluster, connect.apply(account), port);
        installation.start();
        return installation;
    }

    /** Starts the webhook. */
    void start() {
        var config = WebhookConfig.from(Map.of("MOORING_SERVING_NAMES", "127.0.0.1"));
        var settings = ServerSettings.listeningOn("127.0.0.1", port).withDrain(Duration.ZERO, Duration.ofSeconds(5));
        var started = Webhook.start(config, settings, client, InstantSource.system());
        webhook = started;
        await().atMost(Duration.ofSeconds(30)).until(started::isReady);
    }

    /** Stops the webhook; what the chart made stays. */
    void stop() {
        if (webhook != null) {
            webhook.close();
            webhook = null;
        }
    }

    /** Returns the client of the account that alone may write status. */
    KubernetesClient controller() {
        return controller;
    }

    /** Returns how to call the webhook as the API server does. */
    DirectCall direct() {
        return DirectCall.to(port, cluster.client());
    }

    @Override
    public void close() {
        stop();
        client.close();
        controller.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
