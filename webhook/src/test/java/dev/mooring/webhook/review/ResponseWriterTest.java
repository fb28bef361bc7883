package dev.mooring.webhook.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.decision.AccessMode;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.Decision;
import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.Decision.Plan;
import dev.mooring.decision.DenyReason;
import dev.mooring.decision.JsonValue;
import dev.mooring.decision.JsonValue.Flag;
import dev.mooring.decision.JsonValue.Member;
import dev.mooring.decision.JsonValue.Obj;
import dev.mooring.decision.PatchOperation;
import dev.mooring.decision.VolumeUse;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseWriterTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AdmissionRequest BY_CONTROLLER = Reviews.request(Reviews.text(Reviews.POD));
    private static final AdmissionRequest BY_PERSON = Reviews.request(Reviews.text(Reviews.SHARE));
    private static final VolumeUse IMAGENET =
            new VolumeUse(new DataVolumeId("vision", "imagenet"), AccessMode.READ_ONLY);
    private static final VolumeUse SCRATCH =
            new VolumeUse(new DataVolumeId("robotics", "scratch"), AccessMode.READ_WRITE);

    @Test
    void allowsWithWarningsAndTheVolumesInUse() {
        assertThat(written(new Allow(List.of("one", "two"), List.of(IMAGENET, SCRATCH))))
                .isEqualTo("""
                {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":{\
                "uid":"705ab4f5-6393-11e8-b7cc-42010a800002","allowed":true,"warnings":["one","two"],\
                "auditAnnotations":{"decision":"allow","data-volumes":"vision/imagenet:ro,robotics/scratch:rw"}}}""");
    }

    @Test
    void allowsNothingInParticularInFewWords() {
        assertThat(written(Allow.NOTHING)).isEqualTo("""
                {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":{\
                "uid":"705ab4f5-6393-11e8-b7cc-42010a800002","allowed":true,\
                "auditAnnotations":{"decision":"allow"}}}""");
    }

    @Test
    void sendsThePatchInBase64() {
        var plan = new Plan(
                List.of(
                        new PatchOperation("/spec/volumes", new JsonValue.Array(List.of())),
                        new PatchOperation(
                                "/spec/volumes/-",
                                new Obj(List.of(
                                        new Member("name", new JsonValue.Text("dv-1 \"ü\"")),
                                        new Member("readOnly", Flag.TRUE)))),
                        new PatchOperation("/spec/a~1b/readOnly", Flag.FALSE)),
                List.of(),
                List.of(IMAGENET));

        assertThat(written(plan)).isEqualTo("""
                {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":{\
                "uid":"705ab4f5-6393-11e8-b7cc-42010a800002","allowed":true,"patchType":"JSONPatch","patch":"%s",\
                "auditAnnotations":{"mutation":"patch"}}}""".formatted(base64("""
                [{"op":"add","path":"/spec/volumes","value":[]},\
                {"op":"add","path":"/spec/volumes/-","value":{"name":"dv-1 \\"ü\\"","readOnly":true}},\
                {"op":"add","path":"/spec/a~1b/readOnly","value":false}]""")));
    }

    @Test
    void sendsALongPatchWhole() throws IOException {
        var operation = new PatchOperation("/spec/volumes/-", new JsonValue.Text("x".repeat(500)));
        var plan = new Plan(Collections.nCopies(200, operation), List.of(), List.of());

        byte[] patch = response(BY_CONTROLLER, plan).at("/patch").binaryValue();

        assertThat(JSON.readTree(patch))
                .hasSize(200)
                .allSatisfy(one -> assertThat(one.at("/value").textValue()).hasSize(500));
    }

    @Test
    void leavesTheDecisionToValidationWhereMutationLetsThrough() throws IOException {
        byte[] answer = new ResponseWriter(Stage.MUTATION).write(BY_CONTROLLER, Allow.NOTHING);

        assertThat(JSON.readTree(answer).at("/response/auditAnnotations")).isEmpty();
    }

    @Test
    void deniesWithCodeMessageAndReason() {
        assertThat(written(new Deny(DenyReason.NOT_SHARED, "no \"x\" here"))).isEqualTo("""
                {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":{\
                "uid":"705ab4f5-6393-11e8-b7cc-42010a800002","allowed":false,\
                "status":{"code":403,"message":"no \\"x\\" here","reason":"Forbidden"},\
                "auditAnnotations":{"decision":"deny","reason":"NotShared"}}}""");
    }

    @Test
    void tellsAPersonWhenToComeBack() {
        var later = new Deny(DenyReason.TARGET_NOT_YET, "not yet", Duration.ofSeconds(3));

        assertThat(response(BY_PERSON, later)
                        .at("/status/details/retryAfterSeconds")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void tellsAControllerNothingThatWouldHoldItsWorker() {
        var later = new Deny(DenyReason.TARGET_NOT_YET, "not yet", Duration.ofSeconds(3));

        assertThat(response(BY_CONTROLLER, later).at("/status/details").isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void hasAWordForTheCodeOfEveryReason(DenyReason reason) {
        assertThat(response(BY_PERSON, new Deny(reason, "no"))
                        .at("/status/reason")
                        .textValue())
                .isNotEmpty();
    }

    @Test
    void repeatsAUidThatHasQuotes() {
        AdmissionRequest odd = Reviews.request(Reviews.text(Reviews.POD).replace("705ab4f5-6393", "\\\"\\\\<&\\n"));

        assertThat(response(odd, Allow.NOTHING).at("/uid").textValue()).isEqualTo("\"\\<&\n-11e8-b7cc-42010a800002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ü", "𝄞"})
    void keepsEveryWarningUnder120Characters(String letter) {
        var warned = new Allow(List.of(letter.repeat(500)), List.of());

        assertThat(response(BY_PERSON, warned).at("/warnings/0").textValue())
                .hasSizeBetween(100, 119)
                .endsWith("…");
    }

    @Test
    void leavesAWarningOf119CharactersAlone() {
        var warned = new Allow(List.of("x".repeat(119)), List.of());

        assertThat(response(BY_PERSON, warned).at("/warnings/0").textValue()).isEqualTo("x".repeat(119));
    }

    private static String written(Decision decision) {
        return new String(new ResponseWriter(Stage.VALIDATION).write(BY_CONTROLLER, decision), UTF_8);
    }

    private static JsonNode response(AdmissionRequest request, Decision decision) {
        try {
            return JSON.readTree(new ResponseWriter(Stage.VALIDATION).write(request, decision))
                    .get("response");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
