package dev.mooring.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTPS server that answers from memory: POSTs of JSON to the handlers that it is given, and {@code
 * GET /healthz}, {@code /readyz} and {@code /metrics} by itself. HTTP/1.1 only.
 *
 * <p>Its methods block; they are for the thread that owns the process, never for a handler.
 */
public final class HttpsServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HttpsServer.class);

    private final ServerSettings settings;
    private final PrometheusMeterRegistry registry;
    private final DrainState drain;
    private final Reception reception;
    private final JvmMeters jvm = new JvmMeters();
    private @Nullable Listeners listeners;

    /**
     * @param registry what {@code /metrics} shows; the server's own meters and the JVM's are added to it
     * @param readiness what {@code /readyz} asks
     * @param posts who answers POSTs, by path
     */
    public HttpsServer(
            ServerSettings settings,
            PrometheusMeterRegistry registry,
            Readiness readiness,
            Map<String, RequestHandler> posts) {
        this.settings = settings;
        this.registry = registry;
        this.drain = new DrainState(readiness);
        Routes routes = new Routes(Pages.of(drain, registry), posts, settings.maxBodyBytes());
        this.reception = new Reception(settings, routes, new ServerMeters(registry), drain);
    }

    /**
     * Begins to serve and returns the port.
     *
     * @throws IllegalStateException if the address is taken or {@code tls} cannot be used
     */
    public synchronized int start(TlsMaterial tls) {
        if (listeners != null) {
            throw new IllegalStateException("the server has been started before");
        }
        listeners = Listeners.open(settings, tls, reception);
        jvm.bindTo(registry);
        log.atInfo()
                .addKeyValue(LogKeys.HOST, settings.host())
                .addKeyValue(LogKeys.PORT, listeners.port())
                .addKeyValue(LogKeys.EVENT_LOOPS, settings.eventLoops())
                .log("Serving");
        return listeners.port();
    }

    /**
     * Shows {@code tls} to everybody who connects from here on; who is connected stays so.
     *
     * @throws IllegalStateException if {@code tls} cannot be used: what was shown before is shown on
     */
    public synchronized void updateTls(TlsMaterial tls) {
        started().update(tls);
        log.atInfo().log("Serving with a new certificate");
    }

    /**
     * Stops without a failed call: no longer ready, goes on serving for the drain period with {@code
     * Connection: close} on every answer, takes no new connections, finishes what is in flight.
     */
    @Override
    public void close() {
        if (!drain.begin()) {
            return;
        }
        Listeners open;
        synchronized (this) {
            open = listeners;
        }
        if (open != null) {
            log.atInfo().addKeyValue(LogKeys.PERIOD, settings.drainPeriod()).log("Draining");
            open.closeAfter(settings.drainPeriod(), settings.finishPeriod());
            log.atInfo().log("Stopped serving");
        }
        jvm.close();
    }

    private Listeners started() {
        if (listeners == null) {
            throw new IllegalStateException("the server has not been started");
        }
        return listeners;
    }
}
