package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.testcluster.AuditLog;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which refusals count. */
class AttemptTest {
    private static final String MESSAGE = "Project \"kube-system\" is invalid: metadata.name";

    @TempDir
    private Path directory;

    private Path log;
    private Attempt attempt;

    @BeforeEach
    void beginAnAttempt() {
        log = directory.resolve("audit.log");
        attempt = new Attempt(new AuditLog(log), Duration.ofMillis(100));
    }

    @Test
    void whatTheApiServerNotedAsRefusedCounts() {
        attempt.refusedBySchema(() -> {
            note(422, MESSAGE);
            throw refused(422);
        });

        assertThat(attempt.outcomes()).containsExactly(new Outcome.RefusedByApiServer("the schema"));
    }

    @Test
    void whatTheApiServerNotedBeforeDoesNotCount() {
        note(422, MESSAGE);

        doesNotCount(() -> {
            throw refused(422);
        });
    }

    @Test
    void whatTheApiServerAnsweredOtherwiseDoesNotCount() {
        doesNotCount(() -> {
            note(403, MESSAGE);
            throw refused(422);
        });
    }

    @Test
    void whatTheApiServerRefusedForAnotherReasonDoesNotCount() {
        doesNotCount(() -> {
            note(422, "another message");
            throw refused(422);
        });
    }

    @Test
    void whatNobodyAnsweredDoesNotCount() {
        assertThatThrownBy(() -> attempt.refusedBySchema(() -> {
                    throw new KubernetesClientException(MESSAGE);
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("an answer of the API server");
        assertThat(attempt.outcomes()).isEmpty();
    }

    private void doesNotCount(Runnable request) {
        assertThatThrownBy(() -> attempt.refusedBySchema(request::run)).isInstanceOf(ConditionTimeoutException.class);
        assertThat(attempt.outcomes()).isEmpty();
    }

    private static KubernetesClientException refused(int code) {
        return new KubernetesClientException(
                new StatusBuilder().withMessage(MESSAGE).withCode(code).build());
    }

    private void note(int code, String message) {
        var event = """
                {"stage": "ResponseComplete", "requestReceivedTimestamp": "2026-11-25T12:00:00.000000Z", \
                "responseStatus": {"code": %d, "message": "%s"}}
                """.formatted(code, message.replace("\"", "\\\""));
        try {
            Files.writeString(log, event, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
