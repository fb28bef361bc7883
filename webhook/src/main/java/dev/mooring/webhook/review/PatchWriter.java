package dev.mooring.webhook.review;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.mooring.decision.JsonValue;
import dev.mooring.decision.PatchOperation;
import java.io.IOException;
import java.util.List;

/** Writes an RFC 6902 patch. */
final class PatchWriter {
    private static final SerializedString OP = new SerializedString("op");
    private static final SerializedString ADD = new SerializedString("add");
    private static final SerializedString PATH = new SerializedString("path");
    private static final SerializedString VALUE = new SerializedString("value");

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
                    out.writeFieldName(member.name());
                    writeValue(out, member.value());
                }
                out.writeEndObject();
            }
        }
    }
}
