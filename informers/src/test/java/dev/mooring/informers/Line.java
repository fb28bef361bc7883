package dev.mooring.informers;

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

    static Line to(URI server) throws IOException {
        var line = new Line(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.startVirtualThread(line::accept);
        return line;
    }

    /** Returns how to reach the server over this line. */
    URI entrance() {
        return URI.create("https://127.0.0.1:" + entrance.getLocalPort());
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
