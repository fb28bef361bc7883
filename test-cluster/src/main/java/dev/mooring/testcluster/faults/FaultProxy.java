package dev.mooring.testcluster.faults;

import dev.mooring.testcluster.pki.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/**
 * Stands between clients and an API server, and does to their requests and watches what a plan says.
 *
 * <p>It ends TLS with a certificate of the cluster's authority and speaks HTTP/1.1 on both sides, one connection to the API
 * server for each of a client's. The plan may be changed at any time; connections that are half-open stay so.
 */
public final class FaultProxy implements AutoCloseable {
    private static final int BACKLOG = 256;

    private final URI apiServer;
    private final SSLContext tls;
    private final ServerSocket socket;
    private final ListMemory lists = new ListMemory();
    private final Set<Wire> clients = ConcurrentHashMap.newKeySet();
    private volatile FaultPlan plan = FaultPlan.NONE;

    private FaultProxy(URI apiServer, SSLContext tls, ServerSocket socket) {
        this.apiServer = apiServer;
        this.tls = tls;
        this.socket = socket;
    }

    /**
     * Starts one without faults.
     *
     * @param apiServer where requests go
     * @param identity what it shows its clients, for 127.0.0.1
     * @param authority who vouches for the API server
     */
    public static FaultProxy start(URI apiServer, Identity identity, X509Certificate authority) throws IOException {
        ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        FaultProxy proxy = new FaultProxy(apiServer, Tls.context(identity, authority), socket);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    /** Returns the address that clients use instead of the API server's. */
    public URI address() {
        return URI.create("https://127.0.0.1:" + socket.getLocalPort());
    }

    /** Changes what goes wrong from now on, the next events of watches that run included. */
    public void follow(FaultPlan newPlan) {
        plan = newPlan;
    }

    /** Resets all connections. */
    public void cut() {
        clients.forEach(Wire::reset);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Wire client = Wire.accepted(socket.accept(), tls);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                // Seen by the loop.
            }
        }
    }

    private void serve(Wire client) {
        clients.add(client);
        try (Conversation conversation = new Conversation(client, apiServer, tls, () -> plan, lists)) {
            conversation.run();
        } catch (IOException gone) {
            // A connection that breaks on one side is closed on the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(client);
        }
    }

    /** Stops, and resets all connections. */
    @Override
    public void close() throws IOException {
        socket.close();
        cut();
    }
}
