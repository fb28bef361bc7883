package dev.mooring.webhook;

import static dev.mooring.webhook.review.Reviews.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.decision.BackendIdentity;
import dev.mooring.decision.Submitter.Sight;
import dev.mooring.server.HttpAnswer;
import dev.mooring.server.HttpRequest;
import dev.mooring.webhook.review.Reviews;
import dev.mooring.webhook.review.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionEndpointTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T09:13:00Z"));
    private static final String UNSHARED = "vision/private";

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final FakeCluster cluster = FakeCluster.withRobotics();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private FakeSubmitters submitters = FakeSubmitters.known(Sight.NOT_ASKED);

    @Test
    void patchesAPodThatAsks() {
        JsonNode patch = patch(response(mutate(text(Reviews.POD))));

        assertThat(patch).isNotEmpty();
        assertThat(patch.toString()).contains("dv.vision.imagenet", "dv.vision.laion", "/mnt/laion");
    }

    @Test
    void deniesAPodThatAsksForWhatIsNotShared() {
        JsonNode response = response(mutate(text(Reviews.POD).replace("vision/imagenet", UNSHARED)));

        assertThat(response.at("/allowed").booleanValue()).isFalse();
        assertThat(response.at("/auditAnnotations/reason").textValue()).isEqualTo("NotShared");
        assertThat(response.at("/status/message").textValue()).contains("\"" + UNSHARED + "\"", "vision/imagenet");
    }

    @Test
    void deniesAtValidationAPodThatWasNotPatched() {
        assertThat(response(validate(text(Reviews.POD)))
                        .at("/auditAnnotations/reason")
                        .textValue())
                .isEqualTo("NotMounted");
    }

    @Test
    void answersEarlyForTheTemplateOfAWorkload() {
        assertThat(reason(validate(text(Reviews.CRON_JOB).replace("vision/imagenet", UNSHARED))))
                .isEqualTo("NotShared");
    }

    @Test
    void letsAWorkloadThroughWhoseReferencesAreNotNew() {
        String scaled = text(Reviews.DEPLOYMENT).replaceAll("vision/(imagenet|coco)", UNSHARED);

        assertThat(response(validate(scaled)).at("/allowed").booleanValue()).isTrue();
    }

    @Test
    void letsAWorkloadThroughThatIsBeingDeleted() {
        String deleted = text(Reviews.DEPLOYMENT)
                .replace("vision/imagenet", UNSHARED)
                .replaceFirst("\"generation\":2", "\"deletionTimestamp\":\"2026-11-24T09:00:00Z\"");

        assertThat(response(validate(deleted)).at("/allowed").booleanValue()).isTrue();
    }

    @Test
    void judgesTheTemplateOfAJobTemplateAndNotTheCronJobsOwnAnnotations() {
        assertThat(response(validate(text(Reviews.CRON_JOB))).at("/allowed").booleanValue())
                .isTrue();
    }

    @Test
    void warnsOfAnAnnotationThatStandsOnTheCronJobItself() {
        JsonNode response =
                response(validate(text(Reviews.CRON_JOB).replace("mooring.dev/owner", "mooring.dev/containers")));

        assertThat(response.at("/allowed").booleanValue()).isTrue();
        assertThat(response.at("/warnings/0").textValue())
                .isEqualTo("annotation mooring.dev/containers does nothing here: it belongs in the metadata of the pod"
                        + " template");
    }

    @Test
    void setsWhatAShareMayNotSayOfItself() {
        JsonNode patch = patch(response(mutate(text(Reviews.SHARE))));

        assertThat(patch.toString()).contains("uid-of-robotics", "uid-of-imagenet", "vera");
    }

    @Test
    void deniesAShareWithForgedFieldsAtValidation() {
        assertThat(reason(validate(text(Reviews.SHARE)))).isEqualTo("ForgedField");
    }

    @Test
    void deniesAPodThatNamesTheStorageOfADataVolume() {
        cluster.hold("vision", "private", BackendIdentity.nfs("nas.example", "/exports"));
        String pod = text(Reviews.POD)
                .replace("\"mooring.dev/data-volumes\"", "\"other\"")
                .replace(
                        "\"volumes\":[",
                        "\"volumes\":[{\"name\":\"mine\",\"nfs\":{\"server\":\"NAS.example\",\"path\":\"/exports/a\"}},");

        assertThat(reason(validate(pod))).isEqualTo("StorageHeld");
    }

    @Test
    void deniesAVolumeOverTheStorageOfADataVolume() {
        cluster.hold("speech", "private", BackendIdentity.nfs("nas.example", "/exports/imagenet"));

        assertThat(reason(validate(text(Reviews.VOLUME)))).isEqualTo("StorageHeld");
    }

    @Test
    void letsAVolumeThroughForTheProjectThatOwnsTheData() {
        cluster.hold("vision", "private", BackendIdentity.nfs("nas.example", "/exports/imagenet"));

        assertThat(response(validate(text(Reviews.VOLUME))).at("/allowed").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Reviews.POD,
                Reviews.EPHEMERAL,
                Reviews.DEPLOYMENT,
                Reviews.CRON_JOB,
                Reviews.SHARE,
                Reviews.VOLUME
            })
    void allowsNothingWhileTheViewIsNotWhole(String file) {
        cluster.notReady("informer of Project is not synced");

        JsonNode response = response(validate(text(file)));

        assertThat(response.at("/auditAnnotations/reason").textValue()).isEqualTo("ViewNotReady");
        assertThat(response.at("/status/message").textValue()).contains("informer of Project is not synced");
    }

    @ParameterizedTest
    @ValueSource(strings = {Reviews.POD, Reviews.DEPLOYMENT, Reviews.CRON_JOB})
    void allowsNothingThatNeedsAGrantWhileTheViewIsTooOld(String file) {
        cluster.outOfDate("DataVolumeShare");

        JsonNode response = response(validate(text(file)));

        assertThat(response.at("/auditAnnotations/reason").textValue()).isEqualTo("ViewTooOld");
        assertThat(response.at("/status/code").intValue()).isEqualTo(429);
        assertThat(response.at("/status/message").textValue()).contains("changes of DataVolumeShare");
    }

    @Test
    void allowsEphemeralContainersWithoutDataWhileTheViewIsTooOld() {
        cluster.outOfDate("DataVolumeShare");

        assertThat(response(validate(text(Reviews.EPHEMERAL))).at("/allowed").booleanValue())
                .isTrue();
    }

    @Test
    void judgesSharesWhileTheViewIsTooOldForTheyNeedNoGrant() {
        cluster.outOfDate("DataVolumeShare");

        assertThat(patch(response(mutate(text(Reviews.SHARE))))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"resource\":\"pods\"', '\"resource\":\"secrets\"'",
        "'\"version\":\"v1\",\"resource\"', '\"version\":\"v2\",\"resource\"'",
        "'\"operation\":\"CREATE\"', '\"operation\":\"UPDATE\"'",
        "'\"operation\":\"CREATE\"', '\"operation\":\"DELETE\"'",
        "'\"operation\":\"CREATE\"', '\"operation\":\"CONNECT\"'",
        "'\"name\":\"resnet-trainer-x7k2m\",\"namespace\":\"robotics\",\"operation\"', '\"subResource\":\"exec\",\"namespace\":\"robotics\",\"operation\"'"
    })
    void deniesWhatItDoesNotJudge(String part, String other) {
        String request = text(Reviews.POD).replace(part, other);

        assertThat(request).isNotEqualTo(text(Reviews.POD));
        assertThat(reason(mutate(request))).isEqualTo("NotServed");
        assertThat(reason(validate(request))).isEqualTo("NotServed");
    }

    @Test
    void judgesWorkloadsAtValidationOnly() {
        assertThat(reason(mutate(text(Reviews.DEPLOYMENT)))).isEqualTo("NotServed");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"object\":{\"kind\":\"Pod\"', '\"object\":{\"kind\":\"Secret\"'",
        "'\"object\":{\"kind\":\"Pod\",\"apiVersion\":\"v1\"', '\"object\":{\"kind\":\"Pod\",\"apiVersion\":\"v2\"'",
        "'\"generateName\":\"resnet-trainer-\",\"namespace\":\"robotics\"', '\"namespace\":\"vision\"'",
        "'\"name\":\"resnet-trainer-x7k2m\",\"namespace\":\"robotics\",\"operation\"', '\"operation\"'",
        "'\"object\":{', '\"object\":null,\"other\":{'",
        "'\"object\":{', '\"object\":[],\"other\":{'",
        "'\"object\":{', '\"object\":\"\",\"other\":{'",
        "'\"spec\":{\"volumes\":[', '\"spec\":{\"volumes\":{},\"others\":['",
        "'\"containers\":[{', '\"containers\":[7,{'",
        "'\"annotations\":{', '\"annotations\":[],\"others\":{'",
        "'\"vision/imagenet, laion:/mnt/laion\"', '17'"
    })
    void deniesAnObjectThatIsNotWhatTheRequestSays(String part, String other) {
        String request = text(Reviews.POD).replace(part, other);

        assertThat(request).isNotEqualTo(text(Reviews.POD));
        assertThat(reason(mutate(request))).isEqualTo("MalformedObject");
        assertThat(reason(validate(request))).isEqualTo("MalformedObject");
    }

    @Test
    void findsOutAboutAPersonBeforeItAnswers() {
        submitters = FakeSubmitters.found(Sight.SEES);

        assertThat(response(validateWhenKnown(text(Reviews.CRON_JOB)))
                        .at("/allowed")
                        .booleanValue())
                .isTrue();
        assertThat(submitters.searches()).isEqualTo(1);
    }

    @Test
    void refusesAPersonWhoMayNotSeeDataVolumes() {
        submitters = FakeSubmitters.found(Sight.SEES_NOT);

        assertThat(reason(validateWhenKnown(text(Reviews.CRON_JOB)))).isEqualTo("SubmitterSeesNothing");
    }

    @Test
    void refusesAPersonOfWhomNothingIsFoundOut() {
        submitters = FakeSubmitters.found(Sight.UNKNOWN);

        var answer = validateWhenKnown(text(Reviews.CRON_JOB));

        assertThat(reason(answer)).isEqualTo("SubmitterUnknown");
        assertThat(response(answer).at("/status/code").intValue()).isEqualTo(429);
        assertThat(submitters.searches()).isEqualTo(1);
    }

    @Test
    void searchesForNobodyWhoIsKnown() {
        submitters = FakeSubmitters.known(Sight.SEES);
        validateWhenKnown(text(Reviews.CRON_JOB));

        assertThat(submitters.searches()).isZero();
    }

    @Test
    void searchesForNobodyWhoAsksForNothingNew() {
        submitters = FakeSubmitters.found(Sight.SEES_NOT);
        var scaled = text(Reviews.DEPLOYMENT).replaceAll("vision/(imagenet|coco)", UNSHARED);

        assertThat(response(validateWhenKnown(scaled)).at("/allowed").booleanValue())
                .isTrue();
        assertThat(submitters.searches()).isZero();
    }

    @Test
    void answersAPodWhileAQuestionIsUnderWay() {
        var endpoint = AdmissionEndpoint.mutating(cluster, submitters, waiting::add, CLOCK, registry);

        var question = whenKnown(endpoint, text(Reviews.QUESTION));
        var pod = whenKnown(endpoint, text(Reviews.POD));

        assertThat(question).isNotDone();
        assertThat(patch(response(pod.join()))).isNotEmpty();
        waiting.remove().run();
        assertThat(patch(response(question.join())).toString()).contains("/status", "vision/imagenet", "vision/laion");
    }

    @Test
    void answersAQuestionElsewhereAgainOnceThePersonIsKnown() {
        submitters = FakeSubmitters.found(Sight.SEES_NOT);
        var endpoint = AdmissionEndpoint.mutating(cluster, submitters, waiting::add, CLOCK, registry);

        var question = whenKnown(endpoint, text(Reviews.QUESTION));
        waiting.remove().run();
        assertThat(question).isNotDone();
        waiting.remove().run();

        assertThat(patch(response(question.join())).toString()).contains("SubmitterSeesNothing");
    }

    @Test
    void searchesForNobodyWhenAPodIsChanged() {
        submitters = FakeSubmitters.found(Sight.SEES_NOT);

        assertThat(patch(response(mutate(text(Reviews.POD))))).isNotEmpty();
        assertThat(submitters.searches()).isZero();
    }

    @Test
    void answers400ToWhatIsNoReview() {
        HttpAnswer answer = mutate("{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(new String(answer.body(), UTF_8)).contains("admission.k8s.io/v1 AdmissionReview");
    }

    @Test
    void countsAnswersByPathAndCode() {
        AdmissionEndpoint endpoint = AdmissionEndpoint.mutating(cluster, submitters, waiting::add, CLOCK, registry);
        send(endpoint, text(Reviews.POD));
        send(endpoint, text(Reviews.POD).replace("vision/imagenet", UNSHARED));
        send(endpoint, "{}");

        assertThat(requests("200")).isEqualTo(2);
        assertThat(requests("400")).isEqualTo(1);
        assertThat(registry.get("mooring.admission.denials")
                        .tag("reason", "NotShared")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("mooring.admission.review")
                        .tag("outcome", "mutate")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("mooring.admission.review")
                        .tag("outcome", "NotShared")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void countsABugAsAnErrorAndLetsTheServerAnswerIt() {
        var endpoint = new AdmissionEndpoint(
                "/mutate",
                Stage.MUTATION,
                request -> {
                    throw new IllegalStateException("a bug");
                },
                submitters,
                waiting::add,
                registry);

        assertThatThrownBy(() -> send(endpoint, text(Reviews.POD))).hasMessage("a bug");
        assertThat(requests("500")).isEqualTo(1);
        assertThat(registry.get("mooring.admission.review")
                        .tag("outcome", "error")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("controller.runtime.webhook.requests.in.flight")
                        .gauge()
                        .value())
                .isZero();
    }

    private double requests(String code) {
        return registry.get("controller.runtime.webhook.requests")
                .tag("webhook", "/mutate")
                .tag("code", code)
                .counter()
                .count();
    }

    private HttpAnswer mutate(String body) {
        return send(AdmissionEndpoint.mutating(cluster, submitters, waiting::add, CLOCK, registry), body);
    }

    private HttpAnswer validate(String body) {
        return send(AdmissionEndpoint.validating(cluster, submitters, CLOCK, registry), body);
    }

    private HttpAnswer validateWhenKnown(String body) {
        return whenKnown(AdmissionEndpoint.validating(cluster, submitters, CLOCK, registry), body)
                .join();
    }

    private static CompletableFuture<HttpAnswer> whenKnown(AdmissionEndpoint endpoint, String body) {
        return endpoint.answerWhenKnown(new HttpRequest("/", null, "application/json", body.getBytes(UTF_8)))
                .toCompletableFuture();
    }

    private static HttpAnswer send(AdmissionEndpoint endpoint, String body) {
        return endpoint.answer(new HttpRequest("/", null, "application/json", body.getBytes(UTF_8)));
    }

    private static String reason(HttpAnswer answer) {
        JsonNode response = response(answer);
        assertThat(response.at("/allowed").booleanValue()).isFalse();
        return response.at("/auditAnnotations/reason").asText();
    }

    private static JsonNode response(HttpAnswer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return tree(answer.body()).get("response");
    }

    private static JsonNode patch(JsonNode response) {
        assertThat(response.at("/allowed").booleanValue()).isTrue();
        return tree(Base64.getDecoder().decode(response.at("/patch").textValue()));
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
