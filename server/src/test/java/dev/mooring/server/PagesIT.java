package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PagesIT {
    @AutoClose
    private final RunningServer running = RunningServer.echo();

    @Test
    void sayThatTheEventLoopAnswers() throws Exception {
        assertThat(running.get("/healthz").body()).isEqualTo("ok\n");
    }

    @Test
    void sayThatTheProcessIsReady() throws Exception {
        assertThat(running.get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void sayWhyTheProcessIsNotReadyOneReasonALine() throws Exception {
        running.reasons.addAll(List.of("shares are not synced", "projects are not synced"));
        HttpResponse<String> answer = running.get("/readyz");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("shares are not synced\nprojects are not synced\n");
    }

    @Test
    void showMetricsInThePrometheusFormat() throws Exception {
        running.post("{}");
        HttpResponse<String> answer = running.get("/metrics");
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body().lines())
                .contains(
                        "# TYPE mooring_server_requests_total counter",
                        "mooring_server_requests_total{status=\"2xx\"} 1.0",
                        "mooring_server_requests_in_flight 1.0",
                        "mooring_server_connections 1.0")
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"));
    }

    @Test
    void areNotForOtherMethods() throws Exception {
        var post = running.to("/metrics")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(running.client
                        .send(post, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(405);
    }
}
