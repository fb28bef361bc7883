package dev.mooring.server;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.WebSocketServerConfig;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;

/** One event loop's part of a server. All parts listen on the same address. */
final class Listener implements Deployable {
    private final HttpServer server;
    private final SocketAddress address;

    Listener(Vertx vertx, ServerSettings settings, ServerSSLOptions tls, Reception reception) {
        address = address(settings);
        server = vertx.httpServerBuilder()
                .with(config(settings))
                .with(tls)
                .withConnectHandler(reception::connected)
                .build()
                .requestHandler(reception::request)
                .invalidRequestHandler(reception::invalidRequest)
                .exceptionHandler(reception::connectionFailed);
    }

    /** Returns one address for all parts, also where nobody has chosen the port. */
    private static SocketAddress address(ServerSettings settings) {
        return settings.port() == 0
                ? SocketAddress.sharedRandomPort(1, settings.host())
                : SocketAddress.inetSocketAddress(settings.port(), settings.host());
    }

    private static HttpServerConfig config(ServerSettings settings) {
        return new HttpServerConfig()
                .setVersions(HttpVersion.HTTP_1_1)
                .setIdleTimeout(settings.idleTimeout())
                .setHandle100ContinueAutomatically(false)
                .setHttp1Config(new Http1ServerConfig().setMaxHeaderSize(settings.maxHeaderBytes()))
                .setWebSocketConfig(new WebSocketServerConfig()
                        .setUsePerFrameCompression(false)
                        .setUsePerMessageCompression(false));
    }

    @Override
    public Future<?> deploy(Context context) {
        return server.listen(address);
    }

    int port() {
        return server.actualPort();
    }

    /** Has all parts show {@code tls} to those that connect from here on. */
    Future<Boolean> update(ServerSSLOptions tls) {
        return server.updateSSLOptions(tls, true);
    }

    /** Takes no new connections, closes those that carry nothing, and the others when they have their answer. */
    Future<Void> shutdown(Duration finishPeriod) {
        return server.shutdown(finishPeriod);
    }
}
