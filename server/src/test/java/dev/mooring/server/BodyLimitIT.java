package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BodyLimitIT {
    private static final int LIMIT = 8 << 20;
    private static final String[] HEAD = {"POST /do HTTP/1.1", "Host: localhost", "Content-Type: application/json"};

    private final AtomicInteger handled = new AtomicInteger();

    @AutoClose
    private final RunningServer running = RunningServer.start(RunningServer.SETTINGS, this::count);

    @Test
    void lets8MebibytesThrough() throws Exception {
        HttpResponse<String> answer = running.post(BodyPublishers.ofByteArray(new byte[LIMIT]));
        assertThat(answer.body()).isEqualTo(LIMIT + " bytes\n");
    }

    @Test
    void lets8MebibytesOfUnknownLengthThrough() throws Exception {
        HttpResponse<String> answer = running.post(chunked(LIMIT));
        assertThat(answer.body()).isEqualTo(LIMIT + " bytes\n");
    }

    @Test
    void refusesALongerBodyBeforeItIsSent() {
        try (var client = running.raw()) {
            client.sendLines(HEAD).sendLines("Content-Length: 8388609", "");
            assertThat(client.head())
                    .startsWith("HTTP/1.1 413 Request Entity Too Large")
                    .contains("connection: close");
        }
        assertThat(handled).hasValue(0);
    }

    @Test
    void tellsAClientThatIsSendingWhyItIsRefused() throws Exception {
        HttpResponse<String> answer = running.post(BodyPublishers.ofByteArray(new byte[2 * LIMIT]));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("the body is longer than 8388608 bytes\n");
    }

    @Test
    void cutsABodyOfUnknownLengthAtTheLimit() throws Exception {
        HttpResponse<String> answer = running.post(chunked(LIMIT + 1));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(handled).hasValue(0);
    }

    @Test
    void closesTheConnectionOfARefusedBody() {
        try (var client = running.raw()) {
            client.sendLines(HEAD).sendLines("Content-Length: 8388609", "").send("the beginning");
            assertThat(client.rest()).endsWith("the body is longer than 8388608 bytes\n");
        }
    }

    @Test
    void asksForABodyThatItsSenderHoldsBack() {
        try (var client = running.raw()) {
            client.sendLines(HEAD).sendLines("Expect: 100-continue", "Content-Length: 4", "");
            assertThat(client.head()).first().isEqualTo("HTTP/1.1 100 Continue");
            client.send("body");
            assertThat(client.head()).first().isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void doesNotAskForABodyThatItRefuses() {
        try (var client = running.raw()) {
            client.sendLines(HEAD).sendLines("Expect: 100-continue", "Content-Length: 8388609", "");
            assertThat(client.head()).first().isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        }
    }

    private HttpAnswer count(HttpRequest request) {
        handled.incrementAndGet();
        return HttpAnswer.text(200, request.body().length + " bytes");
    }

    private static java.net.http.HttpRequest.BodyPublisher chunked(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
    }
}
