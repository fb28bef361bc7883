package dev.mooring.webhook.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.mooring.decision.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the AdmissionReview that answers a request. Safe for use by several threads. */
public final class ResponseWriter {
    private static final int LONGEST_WARNING = 119;

    private final JsonFactory json = new JsonFactory();
    private final StatusWriter statuses = new StatusWriter();
    private final PatchWriter patches = new PatchWriter();
    private final AuditWriter audits;

    /** A writer of the answers of one stage. */
    public ResponseWriter(Stage stage) {
        this.audits = new AuditWriter(stage);
    }

    /** The answer to {@code request} as JSON. */
    public byte[] write(AdmissionRequest request, Decision decision) {
        var patch = new ByteArrayBuilder(json._getBufferRecycler());
        try {
            // Before the review around it is begun: two generators at once could not share the thread's buffers.
            if (decision instanceof Decision.Plan plan) {
                writePatch(patch, plan);
            }
            var bytes = new ExactBytes();
            try (var out = json.createGenerator(bytes)) {
                writeReview(out, request, decision, patch);
            }
            return bytes.toArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing bytes in memory failed", e);
        } finally {
            patch.release();
        }
    }

    private void writePatch(ByteArrayBuilder bytes, Decision.Plan plan) throws IOException {
        try (var out = json.createGenerator(bytes)) {
            patches.write(out, plan.operations());
        }
    }

    private void writeReview(JsonGenerator out, AdmissionRequest request, Decision decision, ByteArrayBuilder patch)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("apiVersion", "admission.k8s.io/v1");
        out.writeStringField("kind", "AdmissionReview");
        out.writeObjectFieldStart("response");
        out.writeStringField("uid", request.uid());
        switch (decision) {
            case Decision.Allow allow -> {
                out.writeBooleanField("allowed", true);
                writeWarnings(out, allow.warnings());
            }
            case Decision.Plan plan -> {
                out.writeBooleanField("allowed", true);
                out.writeStringField("patchType", "JSONPatch");
                out.writeFieldName("patch");
                writeBase64(out, patch);
                writeWarnings(out, plan.warnings());
            }
            case Decision.Deny deny -> {
                out.writeBooleanField("allowed", false);
                statuses.write(out, deny, request.requester());
            }
        }
        audits.write(out, decision);
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeBase64(JsonGenerator out, ByteArrayBuilder bytes) throws IOException {
        if (bytes.size() == bytes.getCurrentSegmentLength()) {
            out.writeBinary(bytes.getCurrentSegment(), 0, bytes.size()); // short enough to lie in one piece
        } else {
            out.writeBinary(bytes.toByteArray());
        }
    }

    private static void writeWarnings(JsonGenerator out, List<String> warnings) throws IOException {
        if (warnings.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("warnings");
        for (String warning : warnings) {
            out.writeString(Text.atMost(LONGEST_WARNING, warning));
        }
        out.writeEndArray();
    }
}
