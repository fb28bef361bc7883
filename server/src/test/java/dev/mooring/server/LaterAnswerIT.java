package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class LaterAnswerIT {
    private final Queue<CompletableFuture<HttpAnswer>> waiting = new ConcurrentLinkedQueue<>();

    private final RequestHandler handler = new RequestHandler() {
        @Override
        public HttpAnswer answer(HttpRequest request) {
            throw new AssertionError("only who can wait is asked");
        }

        @Override
        public CompletionStage<HttpAnswer> answerWhenKnown(HttpRequest request) {
            var answer = new CompletableFuture<HttpAnswer>();
            waiting.add(answer);
            return answer;
        }
    };

    @Test
    void isSentWhenItIsThereFromWhateverThread() throws Exception {
        try (var running = RunningServer.start(RunningServer.SETTINGS, handler)) {
            var response = post(running);
            next().complete(HttpAnswer.text(200, "found"));

            assertThat(response.join().body()).isEqualTo("found\n");
        }
    }

    @Test
    void keepsNobodyElseWaiting() throws Exception {
        var settings = RunningServer.SETTINGS.withEventLoops(1);
        try (var running = RunningServer.start(settings, handler)) {
            var response = post(running);
            var answer = next();

            assertThat(running.get("/healthz").statusCode()).isEqualTo(200);
            answer.complete(HttpAnswer.text(200, "found"));
            assertThat(response.join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void becomesA500WhenItFails() throws Exception {
        try (var running = RunningServer.start(RunningServer.SETTINGS, handler)) {
            var response = post(running);
            next().completeExceptionally(new IllegalStateException("broken on purpose"));

            assertThat(response.join().statusCode()).isEqualTo(500);
            assertThat(response.join().body()).isEqualTo("internal error\n");
            assertThat(running.counted("mooring.server.handler.failures")).isEqualTo(1);
        }
    }

    @Test
    void isNotSentToWhoHasGone() throws Exception {
        try (var running = RunningServer.start(RunningServer.SETTINGS, handler)) {
            var response = post(running);
            var answer = next();
            running.client.shutdownNow();
            await().until(response::isCompletedExceptionally);
            await().until(() -> running.gauged("mooring.server.connections") == 0);

            answer.complete(HttpAnswer.text(200, "found"));

            await().until(() -> running.ended("none") == 1);
            assertThat(running.ended("2xx")).isZero();
        }
    }

    private static CompletableFuture<HttpResponse<String>> post(RunningServer running) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return running.post("{}");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private CompletableFuture<HttpAnswer> next() {
        await().until(() -> !waiting.isEmpty());
        return waiting.remove();
    }
}
