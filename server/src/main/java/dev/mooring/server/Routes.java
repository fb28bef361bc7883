package dev.mooring.server;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides by its head alone what is done with a request: no byte of a body that is refused is kept. */
final class Routes {
    private static final String IDENTITY = "identity";

    private final Map<String, Supplier<HttpAnswer>> pages;
    private final Map<String, RequestHandler> posts;
    private final int maxBodyBytes;

    Routes(Map<String, Supplier<HttpAnswer>> pages, Map<String, RequestHandler> posts, int maxBodyBytes) {
        this.pages = Map.copyOf(pages);
        this.posts = Map.copyOf(posts);
        this.maxBodyBytes = maxBodyBytes;
        posts.keySet().stream().filter(pages::containsKey).findAny().ifPresent(path -> {
            throw new IllegalArgumentException("path \"" + path + "\" is the server's own");
        });
    }

    Route of(RequestHead head) {
        String path = head.path();
        if (path == null) {
            return refusal(404, "nothing is served here");
        }
        Supplier<HttpAnswer> page = pages.get(path);
        if (page != null) {
            return head.method().equals("GET") ? new Route.Page(page) : wrongMethod(head, "GET");
        }
        RequestHandler handler = posts.get(path);
        if (handler == null) {
            return refusal(404, "nothing is served at \"" + path + "\"");
        }
        return head.method().equals("POST") ? post(path, head, handler) : wrongMethod(head, "POST");
    }

    private Route post(String path, RequestHead head, RequestHandler handler) {
        String contentType = head.contentType();
        if (contentType == null || !isJson(contentType)) {
            return refusal(
                    415, "content type " + quoted(contentType) + " is not understood; send application/json in UTF-8");
        }
        return objection(head)
                .<Route>map(refusal -> refusal)
                .orElseGet(() -> new Route.Post(path, contentType, handler));
    }

    /** Returns why a body that is JSON is not read all the same. */
    private Optional<Route.Refusal> objection(RequestHead head) {
        String encoding = head.contentEncoding();
        if (encoding != null && !encoding.equalsIgnoreCase(IDENTITY)) {
            return Optional.of(refusal(415, "content encoding " + quoted(encoding) + " is not understood; send none"));
        }
        String expect = head.expect();
        if (expect != null && !expect.equalsIgnoreCase("100-continue")) {
            return Optional.of(refusal(417, "expectation " + quoted(expect) + " is not understood; send 100-continue"));
        }
        return head.contentLength() > maxBodyBytes ? Optional.of(tooLong()) : Optional.empty();
    }

    /** Returns what a body gets that is longer than any is allowed to be. */
    Route.Refusal tooLong() {
        return refusal(413, "the body is longer than " + maxBodyBytes + " bytes");
    }

    private static Route.Refusal wrongMethod(RequestHead head, String allowed) {
        String message = "method " + quoted(head.method()) + " is not allowed here; use " + allowed;
        return new Route.Refusal(HttpAnswer.text(405, message), allowed);
    }

    private static Route.Refusal refusal(int status, String message) {
        return new Route.Refusal(HttpAnswer.text(status, message), null);
    }

    /** JSON is UTF-8 (RFC 8259, 8.1): another charset is another content type. */
    private static boolean isJson(String contentType) {
        String[] parts = contentType.split(";", -1);
        return parts[0].trim().equalsIgnoreCase("application/json")
                && Stream.of(parts).skip(1).map(String::trim).noneMatch(Routes::isForeignCharset);
    }

    private static boolean isForeignCharset(String parameter) {
        int equals = parameter.indexOf('=');
        return equals > 0
                && parameter.substring(0, equals).equalsIgnoreCase("charset")
                && !parameter.substring(equals + 1).replace("\"", "").equalsIgnoreCase("utf-8");
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "none" : '"' + value + '"';
    }
}
