package dev.mooring.webhook.review;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.mooring.decision.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/** Writes the AdmissionReview that answers a request. Safe for use by several threads. */
public final class ResponseWriter {
    private static final int LONGEST_WARNING = 119;
    private static final byte[] NO_PATCH = {};

    private final JsonFactory json =
            new JsonFactoryBuilder().rootValueSeparator((String) null).build();
    private final StatusWriter statuses = new StatusWriter();
    private final PatchWriter patches = new PatchWriter();
    private final AuditWriter audits;

    /** A writer of the answers of one stage. */
    public ResponseWriter(Stage stage) {
        this.audits = new AuditWriter(stage);
    }

    /** The answer to {@code request} as JSON. */
    public byte[] write(AdmissionRequest request, Decision decision) {
        var bytes = new ByteArrayBuilder(json._getBufferRecycler());
        try (var out = json.createGenerator(bytes)) {
            byte[] patch = decision instanceof Decision.Plan plan ? encodedPatch(out, bytes, plan) : NO_PATCH;
            writeReview(out, request, decision, patch);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing bytes in memory failed", e);
        } finally {
            bytes.release();
        }
    }

    /**
     * The patch in Base64, made with the generator and the bytes of the review before that is begun. One generator for
     * both, and Java's own encoder instead of the generator's, save a third of the time that an answer takes to write.
     */
    private byte[] encodedPatch(JsonGenerator out, ByteArrayBuilder bytes, Decision.Plan plan) throws IOException {
        patches.write(out, plan.operations());
        out.flush();
        int length = bytes.size();
        boolean inOnePiece = length == bytes.getCurrentSegmentLength();
        byte[] patch = inOnePiece ? bytes.getCurrentSegment() : bytes.toByteArray();
        byte[] encoded =
                Base64.getEncoder().encode(ByteBuffer.wrap(patch, 0, length)).array();
        bytes.reset();
        return encoded;
    }

    private void writeReview(JsonGenerator out, AdmissionRequest request, Decision decision, byte[] patch)
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
                out.writeRawUTF8String(patch, 0, patch.length);
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
