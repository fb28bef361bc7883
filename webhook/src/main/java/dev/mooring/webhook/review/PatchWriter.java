package dev.mooring.webhook.review;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.mooring.decision.JsonValue;
import dev.mooring.decision.PatchOperation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes an RFC 6902 patch. */
final class PatchWriter {
    private static final SerializedString OP = new SerializedString("op");
    private static final SerializedString ADD = new SerializedString("add");
    private static final SerializedString PATH = new SerializedString("path");
    private static final SerializedString VALUE = new SerializedString("value");

    /** The names of most members, encoded once. */
    private static final Map<String, SerializedString> NAMES = Stream.of(
                    "name", "persistentVolumeClaim", "claimName", "readOnly", "mountPath", "recursiveReadOnly")
            .collect(Collectors.toUnmodifiableMap(name -> name, SerializedString::new));

    void write(JsonGenerator out, List<PatchOperation> operations) throws IOException {
        out.writeStartArray();
        for (PatchOperation operation : operations) {
            out.writeStartObject();
            out.writeFieldName(OP);
            out.writeString(ADD);
            out.writeFieldName(PATH);
            out.writeString(operation.path());
            out.writeFieldName(VALUE);
            writeValue(out, operation.value());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeValue(JsonGenerator out, JsonValue value) throws IOException {
        switch (value) {
            case JsonValue.Text text -> out.writeString(text.value());
            case JsonValue.Int number -> out.writeNumber(number.value());
            case JsonValue.Flag flag -> out.writeBoolean(flag.value());
            case JsonValue.Array array -> {
                out.writeStartArray();
                for (JsonValue item : array.items()) {
                    writeValue(out, item);
                }
                out.writeEndArray();
            }
            case JsonValue.Obj object -> {
                out.writeStartObject();
                for (JsonValue.Member member : object.members()) {
                    writeName(out, member.name());
                    writeValue(out, member.value());
                }
                out.writeEndObject();
            }
        }
    }

    private static void writeName(JsonGenerator out, String name) throws IOException {
        SerializedString encoded = NAMES.get(name);
        if (encoded == null) {
            out.writeFieldName(name);
        } else {
            out.writeFieldName(encoded);
        }
    }
}
