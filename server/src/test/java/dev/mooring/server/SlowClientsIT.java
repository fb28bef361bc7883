package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SlowClientsIT {
    private static final Duration REQUEST = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofMinutes(1);

    @AutoClose
    private final RunningServer running = RunningServer.start(
            RunningServer.SETTINGS.withTimeouts(REQUEST, LONG), request -> HttpAnswer.json(request.body()));

    @AutoClose
    private final RawClient client = running.raw();

    @Test
    void areCutOffWhileTheirHeadersDrip() {
        client.sendLines("POST /do HTTP/1.1");
        dripUntilCutOff("X-Header: x\r\n");
        assertThat(running.counted("mooring.server.slow.requests")).isEqualTo(1);
    }

    @Test
    void areCutOffWhileTheirBodyDrips() {
        client.sendLines("POST /do HTTP/1.1", "Host: x", "Content-Type: application/json", "Content-Length: 9999", "");
        dripUntilCutOff("{");
        await().untilAsserted(() -> assertThat(running.ended("none")).isEqualTo(1));
    }

    @Test
    void areLeftAloneBetweenTheirRequests() {
        for (int request = 0; request < 3; request++) {
            client.sendLines("GET /healthz HTTP/1.1", "Host: x", "");
            assertThat(client.head()).first().isEqualTo("HTTP/1.1 200 OK");
            assertThat(client.line()).isEqualTo("ok");
            pause(REQUEST.plusMillis(200));
        }
    }

    @Test
    void areCutOffWhenTheyCarryNothingForTooLong() {
        try (var impatient = RunningServer.start(
                        RunningServer.SETTINGS.withTimeouts(LONG, REQUEST), request -> HttpAnswer.text(200, "ok"));
                var idle = impatient.raw()) {
            assertThat(idle.rest()).isEmpty();
        }
    }

    private void dripUntilCutOff(String drop) {
        await().atMost(10, TimeUnit.SECONDS).until(() -> {
            try {
                client.send(drop);
                return false;
            } catch (UncheckedIOException cutOff) {
                return true;
            }
        });
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }
}
