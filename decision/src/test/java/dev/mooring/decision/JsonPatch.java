package dev.mooring.decision;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Applies patches to JSON trees as RFC 6902 says of {@code add}, so that what the patches do is judged by somebody else. */
final class JsonPatch {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonPatch() {}

    static ObjectNode apply(ObjectNode document, List<PatchOperation> patch) {
        ObjectNode patched = document.deepCopy();
        for (PatchOperation operation : patch) {
            apply(patched, operation);
        }
        return patched;
    }

    private static void apply(ObjectNode document, PatchOperation operation) {
        JsonPointer pointer = JsonPointer.compile(operation.path());
        JsonNode parent = document.at(pointer.head());
        String last = pointer.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            object.set(last, node(operation.value()));
        } else if (parent instanceof ArrayNode array) {
            int index = last.equals("-") ? array.size() : Integer.parseInt(last);
            if (index > array.size()) {
                throw new IllegalArgumentException("beyond the array: " + operation.path());
            }
            array.insert(index, node(operation.value()));
        } else {
            throw new IllegalArgumentException("no such parent: " + operation.path());
        }
    }

    private static JsonNode node(JsonValue value) {
        return switch (value) {
            case JsonValue.Text text -> NODES.textNode(text.value());
            case JsonValue.Int number -> NODES.numberNode(number.value());
            case JsonValue.Flag flag -> NODES.booleanNode(flag.value());
            case JsonValue.Array items -> {
                ArrayNode array = NODES.arrayNode();
                items.items().forEach(item -> array.add(node(item)));
                yield array;
            }
            case JsonValue.Obj members -> {
                ObjectNode object = NODES.objectNode();
                members.members().forEach(member -> object.set(member.name(), node(member.value())));
                yield object;
            }
        };
    }
}
