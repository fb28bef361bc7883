package dev.mooring.server;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The event loops of one server, and the edge at which their futures are waited for. */
final class Listeners {
    private final Vertx vertx;
    private final Duration handshakeTimeout;
    private final List<Listener> listeners;

    private Listeners(Vertx vertx, Duration handshakeTimeout, List<Listener> listeners) {
        this.vertx = vertx;
        this.handshakeTimeout = handshakeTimeout;
        this.listeners = listeners;
    }

    static Listeners open(ServerSettings settings, TlsMaterial tls, Reception reception) {
        Vertx vertx = Vertx.vertx(options(settings));
        ServerSSLOptions options = TlsOptions.of(tls, settings.requestTimeout());
        List<Listener> listeners = Stream.generate(() -> new Listener(vertx, settings, options, reception))
                .limit(settings.eventLoops())
                .toList();
        try {
            await(vertx.deployVerticle(
                    listeners.iterator()::next, new DeploymentOptions().setInstances(listeners.size())));
        } catch (CompletionException e) {
            await(vertx.close());
            throw new IllegalStateException(
                    "cannot serve on \"" + settings.host() + ":" + settings.port() + "\": " + reason(e), e.getCause());
        }
        return new Listeners(vertx, settings.requestTimeout(), listeners);
    }

    /** Writes nothing to the disk: containers may have none. */
    private static VertxOptions options(ServerSettings settings) {
        return new VertxOptions()
                .setEventLoopPoolSize(settings.eventLoops())
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    int port() {
        return listeners.getFirst().port();
    }

    void update(TlsMaterial tls) {
        try {
            await(listeners.getFirst().update(TlsOptions.of(tls, handshakeTimeout)));
        } catch (CompletionException e) {
            throw new IllegalStateException("cannot use the new certificate: " + reason(e), e.getCause());
        }
    }

    void closeAfter(Duration drainPeriod, Duration finishPeriod) {
        await(vertx.timer(Math.max(1, drainPeriod.toMillis()), TimeUnit.MILLISECONDS)
                .compose(drained -> Future.join(listeners.stream()
                        .map(listener -> listener.shutdown(finishPeriod))
                        .toList()))
                .otherwiseEmpty());
        await(vertx.close()); // not composed: nothing that waits on an event loop hears of the loops' own end
    }

    private static String reason(CompletionException e) {
        return e.getCause() == null ? e.toString() : e.getCause().toString();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
