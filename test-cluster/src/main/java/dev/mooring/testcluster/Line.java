package dev.mooring.testcluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A line to an API server that a test can cut, fill with nothing, and mend. Carries TLS as it is, and knows nothing of what
 * it carries.
 */
public final class Line implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;
    private static final Duration PING = Duration.ofSeconds(3);

    private final URI server;
    private final ServerSocket entrance;
    private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
    private final Object gate = new Object();
    private boolean swallows;
    private boolean cut;

    private Line(URI server, ServerSocket entrance) {
        this.server = server;
        this.entrance = entrance;
    }

    /** Returns a line to {@code server} that works. */
    public static Line to(URI server) {
        try {
            var line = new Line(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.startVirtualThread(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns a new client of somebody over this line; it asks once and gives up. The caller closes it.
     *
     * @param ping how often it looks whether a connection still lives
     */
    public KubernetesClient client(Kubeconfig who, Duration ping) {
        var entrance = "https://127.0.0.1:" + this.entrance.getLocalPort();
        var config = new ConfigBuilder(Config.fromKubeconfig(who.yaml().replace(server.toString(), entrance)))
                .withNoProxy("127.0.0.1")
                .withRequestRetryBackoffLimit(0)
                .withWebsocketPingInterval(ping.toMillis())
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** Returns a client like {@link #client(Kubeconfig, Duration)} that looks as often as our processes do. */
    public KubernetesClient client(Kubeconfig who) {
        return client(who, PING);
    }

    /** Breaks all connections, and every new one until the line is mended. */
    public void cut() {
        synchronized (gate) {
            cut = true;
        }
        connections.forEach(Connection::close);
    }

    /** Holds back whatever either side sends, on all connections and on new ones, until the line is mended. */
    public void swallow() {
        synchronized (gate) {
            swallows = true;
        }
    }

    /** Holds back for good what either side sends on the connections that there are, as if they were half-open. */
    public void forgetConnections() {
        synchronized (gate) {
            connections.forEach(connection -> connection.forgotten = true);
        }
    }

    /** Like {@link #forgetConnections}, for all connections but the one that was made first. */
    public void forgetAllConnectionsButTheFirst() {
        synchronized (gate) {
            connections.stream().skip(1).forEach(connection -> connection.forgotten = true);
        }
    }

    /** Lets everything through again, what was held back before all. */
    public void mend() {
        synchronized (gate) {
            cut = false;
            swallows = false;
            gate.notifyAll();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException e) {
                // The line is cut or closed.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        var connection = new Connection(client, new Socket(server.getHost(), server.getPort()));
        synchronized (gate) {
            if (!cut) {
                connections.add(connection);
                connection.open();
                return;
            }
        }
        connection.close();
    }

    /** Two sockets, and what goes from each to the other. */
    private final class Connection {
        private final Socket client;
        private final Socket target;
        private boolean forgotten;

        Connection(Socket client, Socket target) {
            this.client = client;
            this.target = target;
        }

        void open() {
            Thread.startVirtualThread(() -> carry(client, target));
            Thread.startVirtualThread(() -> carry(target, client));
        }

        private void carry(Socket from, Socket to) {
            try {
                pump(from.getInputStream(), to.getOutputStream());
            } catch (IOException e) {
                // The line is cut or closed, or one side has hung up.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                close();
                connections.remove(this);
            }
        }

        private void pump(InputStream from, OutputStream to) throws IOException, InterruptedException {
            var buffer = new byte[BUFFER];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                awaitPassage();
                to.write(buffer, 0, read);
            }
            awaitPassage(); // a farewell is held back, too
        }

        private void awaitPassage() throws InterruptedException {
            synchronized (gate) {
                while ((swallows || forgotten) && !client.isClosed()) {
                    gate.wait();
                }
            }
        }

        void close() {
            try (client;
                    target) {
                synchronized (gate) {
                    gate.notifyAll();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
        mend();
    }
}
