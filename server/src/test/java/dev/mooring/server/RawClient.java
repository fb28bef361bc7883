package dev.mooring.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A client that sends whatever it is told to, byte for byte, over TLS. */
final class RawClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final SSLSocket socket;

    private RawClient(SSLSocket socket) {
        this.socket = socket;
    }

    static RawClient connect(int port, String... protocols) {
        return connect(RunningServer.TLS.trust().getSocketFactory(), port, protocols);
    }

    static RawClient connect(SSLSocketFactory sockets, int port, String... protocols) {
        try {
            SSLSocket socket = (SSLSocket) sockets.createSocket("127.0.0.1", port);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            if (protocols.length > 0) {
                socket.setEnabledProtocols(protocols);
            }
            socket.startHandshake();
            return new RawClient(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends {@code lines}, each with a line end of HTTP. */
    RawClient sendLines(String... lines) {
        return send(String.join("\r\n", lines) + "\r\n");
    }

    RawClient send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the next line without its end; empty if the server has closed the connection. */
    String line() {
        StringBuilder line = new StringBuilder();
        for (int next = read(); next >= 0 && next != '\n'; next = read()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    /** Returns the lines of one answer's head. */
    List<String> head() {
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    /** Returns all that comes until the server closes the connection. */
    String rest() {
        StringBuilder text = new StringBuilder();
        for (int next = read(); next >= 0; next = read()) {
            text.append((char) next);
        }
        return text.toString();
    }

    String protocol() {
        return socket.getSession().getProtocol();
    }

    private int read() {
        try {
            return socket.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
