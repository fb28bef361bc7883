package dev.mooring.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back for one request.
 *
 * @param body not copied: it belongs to the server from here on
 */
@SuppressWarnings("ArrayRecordComponent") // the hot path's one buffer; compared by content
public record HttpAnswer(int status, String contentType, byte[] body) {
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";

    public HttpAnswer {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status \"" + status + "\" is not one of a final answer: 200 to 599");
        }
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
    }

    /** Returns 200 with {@code body} as JSON. */
    public static HttpAnswer json(byte[] body) {
        return new HttpAnswer(200, JSON, body);
    }

    /** Returns an answer for people: {@code text} with a line end. */
    public static HttpAnswer text(int status, String text) {
        return new HttpAnswer(status, PLAIN, (text + "\n").getBytes(UTF_8));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HttpAnswer that
                && status == that.status
                && contentType.equals(that.contentType)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, contentType, Arrays.hashCode(body));
    }

    @Override
    public String toString() {
        return "HttpAnswer[status=" + status + ", contentType=" + contentType + ", body=" + new String(body, UTF_8)
                + "]";
    }
}
