package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrainIT {
    private static final Duration DRAIN = Duration.ofSeconds(1);
    private static final ServerSettings DRAINING = RunningServer.SETTINGS.withDrain(DRAIN, Duration.ofSeconds(5));

    private final CountDownLatch atWork = new CountDownLatch(1);
    private final CountDownLatch maybeFinished = new CountDownLatch(1);

    @Test
    void saysThatItIsNotReadyAndGoesOnServing() throws Exception {
        try (var running = RunningServer.start(DRAINING, request -> HttpAnswer.json(request.body()))) {
            CompletableFuture<Void> closing = CompletableFuture.runAsync(running.server::close);
            await().untilAsserted(() ->
                    assertThat(running.get("/readyz").statusCode()).isEqualTo(503));
            assertThat(running.get("/readyz").body()).isEqualTo("the server is stopping\n");
            assertThat(running.post("{}").statusCode()).isEqualTo(200);
            assertThat(closing).isNotDone();
        }
    }

    @Test
    void sendsItsClientsElsewhere() throws Exception {
        try (var running = RunningServer.start(DRAINING, request -> HttpAnswer.json(request.body()))) {
            assertThat(running.post("{}").headers().firstValue("connection")).isEmpty();
            CompletableFuture<Void> closing = CompletableFuture.runAsync(running.server::close);
            await().untilAsserted(() ->
                    assertThat(running.get("/readyz").statusCode()).isEqualTo(503));
            assertThat(running.post("{}").headers().firstValue("connection")).hasValue("close");
            assertThat(closing).isNotDone();
        }
    }

    @Test
    void servesForAsLongAsItIsAskedTo() {
        try (var running = RunningServer.start(DRAINING, request -> HttpAnswer.json(request.body()))) {
            long begun = System.nanoTime();
            running.server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(DRAIN);
        }
    }

    @Test
    void finishesWhatIsInFlight() throws Exception {
        try (var running = RunningServer.start(RunningServer.SETTINGS, this::workUntilAllowed)) {
            CompletableFuture<HttpResponse<String>> answer = running.client.sendAsync(
                    running.json()
                            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(atWork.await(10, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> closing = CompletableFuture.runAsync(running.server::close);
            CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(maybeFinished::countDown);
            closing.get(10, TimeUnit.SECONDS);
            assertThat(answer.get(1, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void closesTwiceAsOnce() {
        try (var running = RunningServer.echo()) {
            running.server.close();
        }
    }

    private HttpAnswer workUntilAllowed(HttpRequest request) {
        atWork.countDown();
        try {
            assertThat(maybeFinished.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return HttpAnswer.json(request.body());
    }
}
