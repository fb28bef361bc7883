package dev.mooring.testcluster.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * One TLS connection.
 *
 * @param raw what lies below TLS
 * @param in what comes
 * @param out what goes
 */
record Wire(Socket raw, InputStream in, OutputStream out) implements AutoCloseable {
    /** Takes a client's connection. */
    static Wire accepted(Socket raw, SSLContext tls) throws IOException {
        return over(raw, tls, "localhost", false);
    }

    /** Connects to a server. */
    static Wire to(URI server, SSLContext tls) throws IOException {
        Socket raw = new Socket();
        raw.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        return over(raw, tls, server.getHost(), true);
    }

    private static Wire over(Socket raw, SSLContext tls, String host, boolean isClient) throws IOException {
        raw.setTcpNoDelay(true);
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(raw, host, raw.getPort(), true);
        socket.setUseClientMode(isClient);
        return new Wire(
                raw,
                new BufferedInputStream(socket.getInputStream()),
                new BufferedOutputStream(socket.getOutputStream()));
    }

    /** Has the other side see a reset. */
    void reset() {
        try {
            raw.setSoLinger(true, 0);
            raw.close();
        } catch (IOException alreadyClosed) {
            // So much the better.
        }
    }

    /** Takes what comes and does nothing with it, until the other side gives up. */
    void swallow() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Ends it. What was written has gone out before. */
    @Override
    public void close() throws IOException {
        raw.close();
    }
}
