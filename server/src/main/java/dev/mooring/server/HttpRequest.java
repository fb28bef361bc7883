package dev.mooring.server;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One POST whose body has arrived whole.
 *
 * @param path the path without the query
 * @param query what follows the question mark, undecoded; null if there is none
 * @param contentType the header as it was sent
 * @param body not copied: it belongs to the handler from here on
 */
@SuppressWarnings("ArrayRecordComponent") // the hot path's one buffer; never compared
public record HttpRequest(String path, @Nullable String query, String contentType, byte[] body) {
    public HttpRequest {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
    }
}
