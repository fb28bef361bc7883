package dev.mooring.launcher.revocation;

import dev.mooring.charts.ChartValues;
import dev.mooring.launcher.attack.FreePort;
import dev.mooring.testcluster.TestCluster;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** One webhook, with a connection of its own to the API server. */
final class Replica implements AutoCloseable {
    /** The service account's name. */
    static final String ACCOUNT = "mooring-webhook";

    private final int port = FreePort.find();
    private final Connection connection;
    private final MooringProcess process;

    Replica(TestCluster cluster, int number) {
        connection = new Connection(cluster);
        process = new MooringProcess(
                cluster,
                "webhook-" + number,
                "webhook",
                connection.of(cluster.serviceAccount(ChartValues.DEFAULT_NAMESPACE, ACCOUNT)),
                Map.of(
                        "MOORING_LISTEN_HOST", "127.0.0.1",
                        "MOORING_LISTEN_PORT", String.valueOf(port),
                        "MOORING_SERVING_NAMES", "127.0.0.1"));
    }

    int port() {
        return port;
    }

    MooringProcess process() {
        return process;
    }

    Connection connection() {
        return connection;
    }

    /** Kills it, and starts it again before an API server that lags behind. */
    void restart(Duration lag) throws IOException {
        process.kill();
        connection.lag(lag);
        process.start();
    }

    @Override
    public void close() throws IOException {
        process.close();
        connection.close();
    }
}
