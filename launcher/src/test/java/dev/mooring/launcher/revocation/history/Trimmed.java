package dev.mooring.launcher.revocation.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Forgets what no grant depends on: a long log has to fit into memory. */
final class Trimmed {
    private static final List<String> METADATA = List.of("namespace", "name", "creationTimestamp", "ownerReferences");

    private Trimmed() {}

    static JsonNode object(JsonNode object) {
        ObjectNode trimmed = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = trimmed.putObject("metadata");
        METADATA.forEach(field -> copy(object.path("metadata"), field, metadata));
        copy(object, "spec", trimmed);
        copy(object.path("status"), "namespace", trimmed.putObject("status"));
        return trimmed;
    }

    private static void copy(JsonNode from, String field, ObjectNode to) {
        if (from.has(field)) {
            to.set(field, from.path(field));
        }
    }
}
