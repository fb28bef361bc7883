package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import dev.mooring.webhook.review.Reviews;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Bodies that no API server sends, at the running webhook. */
@WithCluster
@TestInstance(Lifecycle.PER_CLASS)
class BadBodyIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POD = Reviews.text(Reviews.POD);

    static final List<String> UNREADABLE = List.of(
            "",
            "not JSON",
            POD.substring(0, POD.length() / 2),
            POD + "{}",
            POD.replaceFirst("\"uid\":\"[^\"]*\",", ""),
            POD.replaceFirst("\"uid\":", "\"uid\":\"other\",\"uid\":"),
            POD.replace("admission.k8s.io/v1", "admission.k8s.io/v1beta1"),
            POD.replace("AdmissionReview", "Pod"),
            POD.replace(
                    "\"finalizers\":", "\"deep\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",\"finalizers\":"));

    private final Installation installation;
    private final DirectCall direct;

    BadBodyIT(TestCluster cluster) {
        installation = Installation.on(cluster);
        direct = installation.direct();
    }

    @AfterAll
    void close() {
        direct.close();
        installation.close();
    }

    @ParameterizedTest
    @FieldSource("UNREADABLE")
    void answers400ToWhatIsNoReview(String body) {
        assertThat(List.of(direct.post("/mutate", body), direct.post("/validate", body)))
                .extracting(HttpResponse::statusCode)
                .containsExactly(400, 400);
    }

    @Test
    void deniesAnObjectOfAnotherKind() {
        assertDenied(POD.replace("\"object\":{\"kind\":\"Pod\"", "\"object\":{\"kind\":\"Secret\""), "MalformedObject");
    }

    @Test
    void deniesAnObjectOfAnotherNamespace() {
        assertDenied(
                POD.replace(
                        "\"generateName\":\"resnet-trainer-\",\"namespace\":\"robotics\"", "\"namespace\":\"other\""),
                "MalformedObject");
    }

    @Test
    void deniesAResourceThatItDoesNotJudge() {
        assertDenied(POD.replace("\"resource\":\"pods\"", "\"resource\":\"secrets\""), "NotServed");
    }

    @Test
    void refusesABodyOfMoreThanEightMebibytes() {
        byte[] body = new byte[(8 << 20) + 1];
        Arrays.fill(body, (byte) ' ');

        assertThat(direct.post("/mutate", body).statusCode()).isEqualTo(413);
    }

    @Test
    void goesOnAnsweringAfterAllOfThem() {
        UNREADABLE.forEach(body -> direct.post("/mutate", body));

        assertThat(direct.get("/readyz").statusCode()).isEqualTo(200);
        assertThat(direct.post("/mutate", POD).statusCode()).isEqualTo(200);
    }

    private void assertDenied(String body, String reason) {
        for (String path : List.of("/mutate", "/validate")) {
            JsonNode response = response(direct.post(path, body));
            assertThat(response.path("allowed")).isEqualTo(JSON.getNodeFactory().booleanNode(false));
            assertThat(response.at("/auditAnnotations/reason").textValue()).isEqualTo(reason);
        }
    }

    private static JsonNode response(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body()).get("response");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
