package dev.mooring.server;

import org.jspecify.annotations.Nullable;

/**
 * What a request says of itself before its body.
 *
 * @param path null where the target has none, as of {@code CONNECT}
 * @param contentLength -1 if it is not said
 * @param chunked whether a body of unknown length follows
 */
record RequestHead(
        String method,
        @Nullable String path,
        @Nullable String query,
        @Nullable String contentType,
        @Nullable String contentEncoding,
        @Nullable String expect,
        long contentLength,
        boolean chunked) {

    boolean announcesBody() {
        return chunked || contentLength > 0;
    }

    boolean waitsForContinue() {
        return expect != null;
    }
}
