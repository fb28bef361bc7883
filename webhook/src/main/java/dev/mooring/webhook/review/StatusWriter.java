package dev.mooring.webhook.review;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.decision.Decision;
import java.io.IOException;
import java.time.Duration;

/** Writes the status of a denial: what {@code kubectl} shows, and when asking again may help. */
final class StatusWriter {
    private static final int LONGEST_MESSAGE = 4_000;

    void write(JsonGenerator out, Decision.Deny deny, Requester requester) throws IOException {
        int code = deny.reason().httpCode();
        out.writeObjectFieldStart("status");
        out.writeNumberField("code", code);
        out.writeStringField("message", Text.atMost(LONGEST_MESSAGE, deny.message()));
        out.writeStringField("reason", reasonOf(code));
        Duration retryAfter = deny.retryAfter();
        // A controller that is told when to come back holds its worker until then, and other objects wait with it.
        if (retryAfter != null && requester.isPerson()) {
            out.writeObjectFieldStart("details");
            out.writeNumberField("retryAfterSeconds", Math.max(1, retryAfter.toSeconds()));
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    /** The word that Kubernetes has for a status code. */
    private static String reasonOf(int code) {
        return switch (code) {
            case 400 -> "BadRequest";
            case 403 -> "Forbidden";
            case 429 -> "TooManyRequests";
            case 503 -> "ServiceUnavailable";
            default -> "";
        };
    }
}
