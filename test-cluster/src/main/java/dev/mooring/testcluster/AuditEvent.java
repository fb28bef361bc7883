package dev.mooring.testcluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the API server noted about one request.
 *
 * @param auditId the request's own identifier
 * @param stage mostly {@code ResponseComplete}
 * @param verb as RBAC knows it
 * @param user who asked
 * @param resource plural, empty where the request is about none, as are the four after it
 * @param received when the API server got the request
 * @param code the HTTP status that it answered, 0 before it did
 * @param annotations what admission plugins and webhooks added
 * @param raw the whole event
 */
public record AuditEvent(
        String auditId,
        String stage,
        String verb,
        String user,
        String resource,
        String subresource,
        String namespace,
        String name,
        Instant received,
        int code,
        Map<String, String> annotations,
        JsonNode raw) {
    public AuditEvent {
        annotations = Map.copyOf(annotations);
    }

    static AuditEvent of(JsonNode raw) {
        JsonNode object = raw.path("objectRef");
        return new AuditEvent(
                raw.path("auditID").asText(),
                raw.path("stage").asText(),
                raw.path("verb").asText(),
                raw.path("user").path("username").asText(),
                object.path("resource").asText(),
                object.path("subresource").asText(),
                object.path("namespace").asText(),
                object.path("name").asText(),
                Instant.parse(raw.path("requestReceivedTimestamp").asText()),
                raw.path("responseStatus").path("code").asInt(),
                annotations(raw.path("annotations")),
                raw);
    }

    private static Map<String, String> annotations(JsonNode node) {
        return node.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText()));
    }
}
