package dev.mooring.informers;

import dev.mooring.testcluster.TestCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to an API server that a test can cut and mend. Carries TLS as it is. */
final class Line implements AutoCloseable {
    private final URI server;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Line(URI server, ServerSocket entrance) {
        this.server = server;
        this.entrance = entrance;
    }

    /** Returns a line to {@code server} that works. */
    static Line to(URI server) throws IOException {
        var line = new Line(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.startVirtualThread(line::accept);
        return line;
    }

    /** Returns a new client of {@code cluster}'s administrator over this line; it gives up at once. The caller closes it. */
    KubernetesClient client(TestCluster cluster) {
        var entrance = "https://127.0.0.1:" + this.entrance.getLocalPort();
        var config = Config.fromKubeconfig(cluster.admin().yaml().replace(server.toString(), entrance));
        config.setNoProxy(new String[] {"127.0.0.1"});
        config.setRequestRetryBackoffLimit(0);
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** Breaks all connections, and every new one until the line is mended. */
    void cut() {
        cut = true;
        sockets.forEach(Line::close);
    }

    void mend() {
        cut = false;
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
        sockets.add(client);
        if (cut) {
            close(client);
            return;
        }
        var target = new Socket(server.getHost(), server.getPort());
        sockets.add(target);
        Thread.startVirtualThread(() -> carry(client, target));
        Thread.startVirtualThread(() -> carry(target, client));
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The line is cut or closed.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
