package dev.mooring.launcher.revocation;

import static org.awaitility.Awaitility.await;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.charts.ChartValues;
import dev.mooring.launcher.attack.World;
import dev.mooring.testcluster.ClusterConfig;
import dev.mooring.testcluster.TestCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A control plane with the chart, a controller, and webhook replicas behind one address; each of them meets faults of its own. */
final class Arena implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The controller's service account's name. */
    static final String CONTROLLERS_ACCOUNT = "mooring-controller";

    private final TestCluster cluster;
    private final Balancer balancer;
    private final Connection controllersConnection;
    private final MooringProcess controller;
    private final List<Replica> replicas = new CopyOnWriteArrayList<>();

    private Arena(TestCluster cluster, Balancer balancer) {
        this.cluster = cluster;
        this.balancer = balancer;
        controllersConnection = new Connection(cluster);
        controller = new MooringProcess(
                cluster,
                "controller",
                "controller",
                controllersConnection.of(cluster.serviceAccount(ChartValues.DEFAULT_NAMESPACE, CONTROLLERS_ACCOUNT)),
                Map.of());
    }

    /** Starts everything but replicas. */
    static Arena start() throws IOException {
        var cluster = TestCluster.start(ClusterConfig.defaults());
        var balancer = Balancer.start();
        ChartInstaller.install(cluster.client(), ChartValues.defaults().webhookUrl(balancer.address()));
        var arena = new Arena(cluster, balancer);
        arena.controller.start();
        return arena;
    }

    /** Adds a replica. */
    void addReplica() throws IOException {
        var replica = new Replica(cluster, replicas.size());
        replica.process().start();
        balancer.add(replica.port());
        replicas.add(replica);
    }

    /** Starts again what has ended by itself; returns how many processes that were. */
    int revive() throws IOException {
        int revived = controller.revive() ? 1 : 0;
        for (var replica : replicas) {
            revived += replica.process().revive() ? 1 : 0;
        }
        return revived;
    }

    /** Waits until shares and pods are judged: a share whose data volume does not exist is refused for that reason. */
    void awaitAnswers() {
        try (var client = client();
                var world = new World(cluster, client)) {
            await().atMost(PATIENCE).ignoreExceptions().until(() -> world.department("probe") != null);
        }
    }

    List<Replica> replicas() {
        return replicas;
    }

    MooringProcess controller() {
        return controller;
    }

    Connection controllersConnection() {
        return controllersConnection;
    }

    TestCluster cluster() {
        return cluster;
    }

    /** Returns a new client of the administrator, past all proxies; the caller closes it. */
    KubernetesClient client() {
        return cluster.admin().clientWithoutRetries();
    }

    /**
     * Returns a new client of a controller that makes pods, past all proxies; the caller closes it. Not a person, of whom a
     * replica asks the API server: its answers must come from the grants alone.
     */
    KubernetesClient podMaker() {
        return cluster.serviceAccount("kube-system", "job-controller").clientWithoutRetries();
    }

    @Override
    public void close() throws IOException {
        for (var replica : replicas) {
            replica.close();
        }
        controller.close();
        controllersConnection.close();
        balancer.close();
        cluster.close();
    }
}
