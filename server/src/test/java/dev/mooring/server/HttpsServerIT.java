package dev.mooring.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsServerIT {
    private static final TlsMaterial TLS = RunningServer.TLS.material();

    @Test
    void givesTheHandlerWhatWasSent() throws Exception {
        try (var running = RunningServer.start(RunningServer.SETTINGS, HttpsServerIT::describe)) {
            var request = running.to("/do?timeout=3s")
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(BodyPublishers.ofString("{\"a\": 1}"))
                    .build();
            assertThat(running.client
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("/do timeout=3s application/json; charset=utf-8 {\"a\": 1}\n");
        }
    }

    @Test
    void givesTheClientWhatTheHandlerAnswered() throws Exception {
        try (var running = RunningServer.start(
                RunningServer.SETTINGS,
                request -> new HttpAnswer(418, "text/tea", "short and stout".getBytes(UTF_8)))) {
            HttpResponse<String> answer = running.post("{}");
            assertThat(answer.statusCode()).isEqualTo(418);
            assertThat(answer.headers().firstValue("content-type")).hasValue("text/tea");
            assertThat(answer.body()).isEqualTo("short and stout");
        }
    }

    @Test
    void agreesOnNothingNewerThanHttp11() throws Exception {
        try (var running = RunningServer.echo()) {
            assertThat(running.post("{}").version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaks(String protocol) {
        try (var running = RunningServer.echo();
                var client = RawClient.connect(running.port, protocol)) {
            assertThat(client.protocol()).isEqualTo(protocol);
        }
    }

    @Test
    void answersOnAllItsEventLoops() throws Exception {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        RequestHandler handler = request -> {
            threads.add(Thread.currentThread().getName());
            return HttpAnswer.text(200, "ok");
        };
        try (var running = RunningServer.start(RunningServer.SETTINGS.withEventLoops(2), handler)) {
            IntStream.range(0, 4).forEach(i -> postOnItsOwnConnection(running));
            assertThat(threads).hasSize(2);
        }
    }

    @Test
    void refusesToStartWhereTheAddressIsTaken() {
        try (var running = RunningServer.echo();
                var second = server(ServerSettings.listeningOn("127.0.0.1", running.port))) {
            assertThatThrownBy(() -> second.start(TLS))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("cannot serve on \"127.0.0.1:" + running.port + "\": ")
                    .hasMessageContaining("Address already in use");
        }
    }

    @Test
    void refusesToStartWithAKeyThatIsNone() {
        try (var server = server(RunningServer.SETTINGS)) {
            assertThatThrownBy(() -> server.start(new TlsMaterial(TLS.certificateChainPem(), "no key")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("cannot serve on \"127.0.0.1:0\": ")
                    .hasMessageNotContaining("no key");
        }
    }

    @Test
    void startsOnce() {
        try (var running = RunningServer.echo()) {
            assertThatThrownBy(() -> running.server.start(TLS)).hasMessage("the server has been started before");
        }
    }

    private static HttpsServer server(ServerSettings settings) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return new HttpsServer(settings, registry, List::of, Map.of());
    }

    private static HttpAnswer describe(HttpRequest request) {
        String body = new String(request.body(), UTF_8);
        return HttpAnswer.text(200, String.join(" ", request.path(), request.query(), request.contentType(), body));
    }

    private static void postOnItsOwnConnection(RunningServer running) {
        try (var client = running.raw()) {
            client.sendLines("POST /do HTTP/1.1", "Host: x", "Content-Type: application/json", "Content-Length: 0", "");
            assertThat(client.line()).isEqualTo("HTTP/1.1 200 OK");
        }
    }
}
