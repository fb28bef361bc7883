package dev.mooring.webhook.review;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mooring.decision.AccessMode;
import dev.mooring.decision.Decision;
import dev.mooring.decision.VolumeUse;
import java.io.IOException;
import java.util.List;

/**
 * Writes the audit annotations of an answer: {@code decision} always, {@code reason} on a denial, {@code data-volumes}
 * where some are used. The API server puts the webhook's name before each key.
 */
final class AuditWriter {
    void write(JsonGenerator out, Decision decision) throws IOException {
        out.writeObjectFieldStart("auditAnnotations");
        switch (decision) {
            case Decision.Allow allow -> {
                out.writeStringField("decision", "allow");
                writeUses(out, allow.uses());
            }
            case Decision.Plan plan -> {
                out.writeStringField("decision", "mutate");
                writeUses(out, plan.uses());
            }
            case Decision.Deny deny -> {
                out.writeStringField("decision", "deny");
                out.writeStringField("reason", deny.reason().label());
            }
        }
        out.writeEndObject();
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
