package dev.mooring.server;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of itself. */
final class RequestHeads {
    private RequestHeads() {}

    static RequestHead of(HttpServerRequest request) {
        MultiMap headers = request.headers();
        return new RequestHead(
                request.method().name(),
                request.path(),
                request.query(),
                headers.get(HttpHeaders.CONTENT_TYPE),
                headers.get(HttpHeaders.CONTENT_ENCODING),
                headers.get(HttpHeaders.EXPECT),
                length(headers.get(HttpHeaders.CONTENT_LENGTH)),
                headers.contains(HttpHeaders.TRANSFER_ENCODING));
    }

    /** The decoder has refused what is not a number, and what is more than one. */
    private static long length(@Nullable String header) {
        return header == null ? -1 : Long.parseLong(header);
    }
}
