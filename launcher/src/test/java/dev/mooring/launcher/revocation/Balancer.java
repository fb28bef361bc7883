package dev.mooring.launcher.revocation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** One address before many replicas, as a Service is: each connection goes to the next replica that takes it. */
final class Balancer implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final ServerSocket socket;
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    private Balancer(ServerSocket socket) {
        this.socket = socket;
    }

    static Balancer start() throws IOException {
        var balancer = new Balancer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(balancer::accept);
        return balancer;
    }

    URI address() {
        return URI.create("https://127.0.0.1:" + socket.getLocalPort());
    }

    void add(int port) {
        ports.add(port);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var caller = socket.accept();
                Thread.ofVirtual().start(() -> connect(caller));
            } catch (IOException closed) {
                // Seen by the loop.
            }
        }
    }

    private void connect(Socket caller) {
        try (caller) {
            var replica = replica();
            if (replica.isPresent()) {
                relay(caller, replica.get());
            }
        } catch (IOException gone) {
            // Whoever is left sees the end of the connection.
        }
    }

    private Optional<Socket> replica() {
        for (int attempt = 0; attempt < ports.size(); attempt++) {
            try {
                int port = ports.get(Math.floorMod(next.getAndIncrement(), ports.size()));
                return Optional.of(new Socket(InetAddress.getLoopbackAddress(), port));
            } catch (IOException away) {
                // Another may be there.
            }
        }
        return Optional.empty();
    }

    private static void relay(Socket caller, Socket replica) throws IOException {
        try (replica) {
            Thread.ofVirtual().start(() -> copy(replica, caller));
            caller.getInputStream().transferTo(replica.getOutputStream());
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // The other direction ends with it.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
