package dev.mooring.webhook.review;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.decision.AccessMode;
import dev.mooring.decision.Decision;
import dev.mooring.decision.VolumeUse;
import java.io.IOException;
import java.util.List;

/**
 * Writes the audit annotations of an answer: {@code decision} and, with it, {@code reason} or {@code data-volumes}.
 *
 * <p>The API server puts the webhook's name before each key and keeps the first value of a key. So what mutation lets
 * through leaves {@code decision} to the validation that follows, and only notes that it added something.
 */
final class AuditWriter {
    private final Stage stage;

    AuditWriter(Stage stage) {
        this.stage = stage;
    }

    void write(JsonGenerator out, Decision decision) throws IOException {
        out.writeObjectFieldStart("auditAnnotations");
        switch (decision) {
            case Decision.Allow allow -> writeAllow(out, allow);
            case Decision.Plan plan -> out.writeStringField("mutation", "patch");
            case Decision.Deny deny -> {
                out.writeStringField("decision", "deny");
                out.writeStringField("reason", deny.reason().label());
            }
        }
        out.writeEndObject();
    }

    private void writeAllow(JsonGenerator out, Decision.Allow allow) throws IOException {
        switch (stage) {
            case MUTATION -> {}
            case VALIDATION -> {
                out.writeStringField("decision", "allow");
                writeUses(out, allow.uses());
            }
        }
    }

    private static void writeUses(JsonGenerator out, List<VolumeUse> uses) throws IOException {
        if (uses.isEmpty()) {
            return;
        }
        var text = new StringBuilder();
        for (VolumeUse use : uses) {
            text.append(text.isEmpty() ? "" : ",")
                    .append(use.volume())
                    .append(':')
                    .append(spelling(use.access()));
        }
        out.writeStringField("data-volumes", text.toString());
    }

    private static String spelling(AccessMode access) {
        return switch (access) {
            case READ_ONLY -> "ro";
            case READ_WRITE -> "rw";
        };
    }
}
