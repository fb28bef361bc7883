package dev.mooring.server;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where connections and requests come in, the broken ones too. Shared by all event loops. */
final class Reception {
    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final ServerSettings settings;
    private final Routes routes;
    private final ServerMeters meters;
    private final DrainState drain;

    Reception(ServerSettings settings, Routes routes, ServerMeters meters, DrainState drain) {
        this.settings = settings;
        this.routes = routes;
        this.meters = meters;
        this.drain = drain;
    }

    void connected(HttpConnection connection) {
        meters.connected();
        connection.closeHandler(closed -> meters.disconnected());
        // Vert.x knows idle connections only; a request that drips needs a place in the pipeline.
        ((HttpServerConnection) connection)
                .channelHandlerContext()
                .pipeline()
                .addAfter("ssl", "arrival", new ArrivalDeadline(settings.requestTimeout(), meters::tooSlow));
    }

    void connectionFailed(Throwable cause) {
        meters.connectionFailed();
        log.atDebug().setCause(cause).log("A connection failed");
    }

    void request(HttpServerRequest request) {
        new Exchange(request, routes, settings, meters, drain).begin();
    }

    /** Answers what is not HTTP, or too much of it. */
    void invalidRequest(HttpServerRequest request) {
        meters.begun();
        int status = statusOf(request.decoderResult().cause());
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end();
        request.connection().close();
        meters.ended(ServerMeters.Outcome.of(status));
    }

    private static int statusOf(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line -> 414;
            case TooLongHttpHeaderException headers -> 431;
            default -> 400;
        };
    }
}
