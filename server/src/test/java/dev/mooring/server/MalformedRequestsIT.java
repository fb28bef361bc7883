package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestsIT {
    private static final String[] POST = {"POST /do HTTP/1.1", "Host: localhost", "Content-Type: application/json"};

    @AutoClose
    private final RunningServer running = RunningServer.echo();

    @AutoClose
    private final RawClient client = running.raw();

    @AfterEach
    void theServerGoesOn() throws Exception {
        assertThat(running.post("{}").statusCode()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(running.gauged("mooring.server.requests.in.flight")).isZero());
    }

    @Test
    void refusesAnHttp2Preface() {
        client.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        assertThat(client.rest()).contains(" 501 Not Implemented");
    }

    @Test
    void refusesHttp10() {
        client.sendLines("GET /healthz HTTP/1.0", "");
        assertThat(client.rest()).contains(" 501 Not Implemented");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "\0\0\0\0", "GET", "GET  HTTP/1.1 and more", "{\"kind\": \"AdmissionReview\"}"})
    void refusesWhatIsNotHttp(String line) {
        client.sendLines(line, "", "");
        assertThat(client.rest()).contains(" 400 Bad Request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: many",
                "Content-Length: -1",
                "Content-Length: 1\r\nContent-Length: 2",
                "Transfer-Encoding: chunked\r\nContent-Length: 3",
                "No colon",
                "Bad name: x"
            })
    void refusesHeadersThatMeanNothing(String header) {
        client.sendLines(POST).sendLines(header, "");
        assertThat(client.rest()).contains(" 400 Bad Request");
    }

    @Test
    void refusesHeadersThatAreTooLong() {
        client.sendLines(POST).sendLines("X-Long: " + "x".repeat(16_385), "");
        assertThat(client.rest()).contains(" 431 Request Header Fields Too Large");
    }

    @Test
    void refusesATargetThatIsTooLong() {
        client.sendLines("GET /" + "x".repeat(4_096) + " HTTP/1.1", "Host: localhost", "");
        assertThat(client.rest()).contains(" 414 Request-URI Too Long");
    }

    @Test
    void endsABodyWhoseChunksHaveNoLength() {
        client.sendLines(POST).sendLines("Transfer-Encoding: chunked", "", "not a number", "abc");
        assertThat(client.rest()).doesNotContain("200 OK");
    }

    @Test
    void countsABodyThatIsCutOff() {
        client.sendLines(POST).sendLines("Content-Length: 100", "", "half of it");
        client.close();
        await().untilAsserted(() -> assertThat(running.ended("none")).isEqualTo(1));
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() {
        client.sendLines(POST)
                .sendLines("Content-Length: 5", "", "first" + String.join("\r\n", POST))
                .sendLines("Content-Length: 6", "Connection: close", "")
                .send("second");
        assertThat(client.rest()).matches("(?s)HTTP/1.1 200 OK.*firstHTTP/1.1 200 OK.*second");
    }

    @Test
    void servesNothingToAProxysClient() {
        client.sendLines("CONNECT localhost:443 HTTP/1.1", "Host: localhost:443", "");
        assertThat(client.head()).first().isEqualTo("HTTP/1.1 404 Not Found");
    }

    @Test
    void upgradesToNothing() {
        client.sendLines("GET /healthz HTTP/1.1", "Host: localhost", "Connection: Upgrade", "Upgrade: websocket", "");
        assertThat(client.head()).first().isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void namesTheMethodsThatAPathKnows() {
        client.sendLines("DELETE /do HTTP/1.1", "Host: localhost", "");
        assertThat(client.head()).startsWith("HTTP/1.1 405 Method Not Allowed").contains("allow: POST");
    }

    @Test
    void keepsTheConnectionOfARefusalWithoutABody() {
        client.sendLines("GET /nothing HTTP/1.1", "Host: localhost", "");
        assertThat(client.head()).first().isEqualTo("HTTP/1.1 404 Not Found");
        assertThat(client.line()).isEqualTo("nothing is served at \"/nothing\"");
        client.sendLines("GET /healthz HTTP/1.1", "Host: localhost", "");
        assertThat(client.head()).first().isEqualTo("HTTP/1.1 200 OK");
    }
}
