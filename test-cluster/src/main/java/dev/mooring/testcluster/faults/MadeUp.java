package dev.mooring.testcluster.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the API server might have said, but did not. */
final class MadeUp {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MadeUp() {}

    /** Returns a whole answer. */
    static byte[] answer(int code) {
        String body = status(code).toString();
        return ("HTTP/1.1 " + code + " Fault\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + (code == 429 ? "\r\nRetry-After: 1" : "") + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns an ERROR event. */
    static byte[] error(int code) {
        ObjectNode event = JSON.createObjectNode().put("type", "ERROR");
        event.set("object", status(code));
        return line(event);
    }

    /** Returns a bookmark of the kind that {@code event} is about. */
    static byte[] bookmark(byte[] event, String resourceVersion) throws IOException {
        JsonNode object = JSON.readTree(event).path("object");
        ObjectNode bookmark = JSON.createObjectNode().put("type", "BOOKMARK");
        bookmark.putObject("object")
                .put("apiVersion", object.path("apiVersion").asText())
                .put("kind", object.path("kind").asText())
                .putObject("metadata")
                .put("resourceVersion", resourceVersion);
        return line(bookmark);
    }

    /** Returns the version that {@code event} is about. */
    static String resourceVersion(byte[] event) throws IOException {
        return JSON.readTree(event).at("/object/metadata/resourceVersion").asText();
    }

    private static byte[] line(ObjectNode event) {
        return (event + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode status(int code) {
        return JSON.createObjectNode()
                .put("apiVersion", "v1")
                .put("kind", "Status")
                .put("status", "Failure")
                .put("reason", reason(code))
                .put("message", "a fault on purpose: " + code)
                .put("code", code);
    }

    private static String reason(int code) {
        return switch (code) {
            case 410 -> "Expired";
            case 429 -> "TooManyRequests";
            case 503 -> "ServiceUnavailable";
            case 504 -> "Timeout";
            default -> "InternalError";
        };
    }
}
