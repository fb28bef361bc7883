package dev.mooring.webhook.review;

import static dev.mooring.webhook.review.Reviews.read;
import static dev.mooring.webhook.review.Reviews.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableReviewTest {
    static final List<String> FILES = Reviews.ALL;
    static final List<Charset> OTHER_ENCODINGS = List.of(UTF_16, UTF_16LE, Charset.forName("UTF-32"), ISO_8859_1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "7",
                "\"AdmissionReview\"",
                "[]",
                "{}",
                "apiVersion: admission.k8s.io/v1",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\"}",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":null}",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":[]}",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{}}"
            })
    void refusesWhatIsNoAdmissionReview(String body) {
        assertUnreadable(body);
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void refusesABodyCutAtAnyByte(String file) {
        byte[] whole = Reviews.bytes(file);
        for (int length = 0; length < whole.length; length++) {
            assertThat(read(Arrays.copyOf(whole, length)))
                    .as("the first %d bytes", length)
                    .isInstanceOf(Reading.Unreadable.class);
        }
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void refusesAnyKeyThatComesTwice(String file) {
        String whole = text(file);
        List<MatchResult> keys = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\":")
                .matcher(whole)
                .results()
                .toList();
        assertThat(keys).hasSizeGreaterThan(20);
        for (MatchResult key : keys) {
            String twice = whole.substring(0, key.start()) + key.group() + "null," + whole.substring(key.start());
            assertThat(read(twice)).as(key.group()).isInstanceOf(Reading.Unreadable.class);
        }
    }

    @Test
    void refusesAKeyThatComesTwiceInALargeObject() {
        var annotations = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            annotations.append("\"example.com/k").append(i).append("\":\"\",");
        }
        String once = annotation(annotations + "\"example.com/last\":\"\"");
        String twice = annotation(annotations + "\"example.com/k3\":\"\"");

        assertThat(read(once)).isInstanceOf(Reading.Understood.class);
        assertUnreadable(twice);
    }

    @Test
    void refusesAKeyThatIsOnlySpeltInAnotherWay() {
        assertUnreadable(text(Reviews.POD).replaceFirst("\"uid\":", "\"\\\\u0075id\":\"x\",\"uid\":"));
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000})
    void refusesDeepNesting(int depth) {
        assertUnreadable(annotation("\"deep\":" + "[".repeat(depth) + "]".repeat(depth)));
        assertUnreadable(annotation("\"deep\":" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));
        assertUnreadable("[".repeat(depth));
    }

    @Test
    void refusesDeepNestingOfPodTemplates() {
        assertUnreadable(text(Reviews.CRON_JOB)
                .replace("\"suspend\":false", "\"template\":" + "{\"spec\":{\"template\":".repeat(5_000)));
    }

    @ParameterizedTest
    @FieldSource("OTHER_ENCODINGS")
    void refusesOtherEncodings(Charset encoding) {
        assertThat(read(text(Reviews.POD).getBytes(encoding))).isInstanceOf(Reading.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0ae", "e0808f", "eda080"})
    void refusesBytesThatOnlyLookLikeUtf8(String hex) {
        byte[] wrong = HexFormat.of().parseHex(hex);
        byte[] body = Reviews.bytes(Reviews.POD);
        System.arraycopy(wrong, 0, body, text(Reviews.POD).indexOf("resnet-trainer-"), wrong.length);

        assertThat(read(body)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void refusesAByteOrderMark() {
        assertUnreadable('\uFEFF' + text(Reviews.POD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "x\\ud83dx"})
    void refusesHalfASurrogatePairInWhatIsKept(String escape) {
        assertUnreadable(text(Reviews.POD).replace("vision/imagenet", escape));
    }

    @Test
    void refusesHalfASurrogatePairInAKey() {
        assertUnreadable(annotation("\"mooring.dev/\\ud800\":\"\""));
    }

    @Test
    void readsAWholeSurrogatePair() {
        assertThat(read(text(Reviews.POD).replace("vision/imagenet", "\\ud834\\udd1e")))
                .isInstanceOf(Reading.Understood.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" {}", "x", ",", "]", "null"})
    void refusesWhatFollowsTheReview(String rest) {
        assertUnreadable(text(Reviews.POD) + rest);
    }

    @Test
    void refusesEndlessNumbers() {
        assertUnreadable(annotation("\"number\":" + "9".repeat(1_000_000)));
    }

    @Test
    void refusesAnEndlessStringInWhatIsKept() {
        assertUnreadable(text(Reviews.POD).replace("vision/imagenet", "x".repeat(2_000_000)));
    }

    @Test
    void skipsALongStringThatNobodyNeeds() {
        assertThat(read(annotation("\"example.com/long\":\"" + "x".repeat(7_000_000) + "\"")))
                .isInstanceOf(Reading.Understood.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "7", "{}"})
    void refusesARequestWithoutUid(String uid) {
        assertUnreadable(text(Reviews.POD).replace("\"705ab4f5-6393-11e8-b7cc-42010a800002\"", uid));
    }

    @Test
    void refusesAHugeUid() {
        assertUnreadable(text(Reviews.POD).replace("705ab4f5-6393-11e8-b7cc-42010a800002", "x".repeat(1_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admission.k8s.io/v1beta1", "admission.k8s.io/v2", "v1", ""})
    void refusesOtherVersions(String version) {
        assertUnreadable(text(Reviews.POD).replace("admission.k8s.io/v1", version));
    }

    @Test
    void refusesOtherKinds() {
        assertUnreadable(text(Reviews.POD).replace("AdmissionReview", "ConversionReview"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "create", ""})
    void refusesUnknownOperations(String operation) {
        assertUnreadable(text(Reviews.POD).replace("\"operation\":\"CREATE\"", "\"operation\":\"" + operation + "\""));
    }

    private static String annotation(String member) {
        return text(Reviews.POD).replace(",\"prometheus.io/port\"", "," + member + ",\"prometheus.io/port\"");
    }

    private static void assertUnreadable(String body) {
        assertThat(read(body.getBytes(UTF_8))).isInstanceOf(Reading.Unreadable.class);
    }
}
