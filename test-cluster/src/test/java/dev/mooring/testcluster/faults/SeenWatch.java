package dev.mooring.testcluster.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A watch as its client sees it: {@code ADDED one}, {@code BOOKMARK 17}, {@code ERROR 410}, {@code end}, {@code broken}. */
final class SeenWatch {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

    private SeenWatch() {}

    /** Watches by an HTTP answer without an end. */
    static SeenWatch overHttp(HttpClient client, HttpRequest request) {
        SeenWatch watch = new SeenWatch();
        client.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> watch.readAll(answer.body()))
                .exceptionally(failure -> watch.note("broken"));
        return watch;
    }

    /** Watches by a WebSocket. */
    static SeenWatch overWebSocket(HttpClient client, HttpRequest request) {
        SeenWatch watch = new SeenWatch();
        WebSocket.Builder builder = client.newWebSocketBuilder();
        request.headers().map().forEach((name, values) -> builder.header(name, values.getFirst()));
        builder.buildAsync(URI.create(request.uri().toString().replaceFirst("https", "wss")), watch.listener())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return watch;
    }

    /** Returns the next thing that is seen; {@code nothing} if that is nothing for so long. */
    String next(Duration patience) throws InterruptedException {
        String next = seen.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? "nothing" : next;
    }

    String next() throws InterruptedException {
        return next(PATIENCE);
    }

    private void readAll(Stream<String> lines) {
        try (lines) {
            lines.forEach(this::event);
            note("end");
        } catch (RuntimeException broken) {
            note("broken");
        }
    }

    private @Nullable Void note(String what) {
        seen.add(what);
        return null;
    }

    private void event(String json) {
        try {
            JsonNode event = JSON.readTree(json);
            JsonNode object = event.path("object");
            String type = event.path("type").asText();
            String what = switch (type) {
                case "ERROR" -> object.path("code").asText();
                case "BOOKMARK" -> object.at("/metadata/resourceVersion").asText();
                default -> object.at("/metadata/name").asText();
            };
            note(type + " " + what);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private WebSocket.Listener listener() {
        return new WebSocket.Listener() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                text.append(data);
                if (last) {
                    event(text.toString());
                    text.setLength(0);
                }
                socket.request(1);
                return null;
            }

            @Override
            public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                note("end");
                return null;
            }

            @Override
            public void onError(WebSocket socket, Throwable failure) {
                note("broken");
            }
        };
    }
}
