package dev.mooring.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on a free port of this machine, and a client that trusts it. Closed without draining. */
final class RunningServer implements AutoCloseable {
    static final ServerSettings SETTINGS = ServerSettings.listeningOn("127.0.0.1", 0)
            .withEventLoops(2)
            .withDrain(Duration.ZERO, Duration.ofSeconds(5));
    static final TestTls TLS = TestTls.named("first");

    /** Why the process is not ready. */
    final List<String> reasons = new CopyOnWriteArrayList<>();

    final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final HttpClient client = client(TLS);
    final HttpsServer server;
    final int port;

    private RunningServer(ServerSettings settings, Map<String, RequestHandler> posts) {
        server = new HttpsServer(settings, registry, () -> reasons, posts);
        port = server.start(TLS.material());
    }

    /** Starts a server that answers a POST to {@code /do} by {@code handler}. */
    static RunningServer start(ServerSettings settings, RequestHandler handler) {
        return new RunningServer(settings, Map.of("/do", handler));
    }

    /** Starts a server that answers a POST to {@code /do} with its body. */
    static RunningServer echo() {
        return start(SETTINGS, request -> HttpAnswer.json(request.body()));
    }

    static HttpClient client(TestTls trusted) {
        return HttpClient.newBuilder().sslContext(trusted.trust()).build();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return post(BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(BodyPublisher body) throws IOException, InterruptedException {
        return client.send(json().POST(body).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Returns a request of JSON to the handler, without a body. */
    java.net.http.HttpRequest.Builder json() {
        return to("/do").header("Content-Type", "application/json");
    }

    java.net.http.HttpRequest.Builder to(String path) {
        return java.net.http.HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    RawClient raw() {
        return RawClient.connect(port);
    }

    /** Returns how many requests have ended with a status of this class. */
    double ended(String status) {
        return registry.get("mooring.server.requests")
                .tag("status", status)
                .counter()
                .count();
    }

    double counted(String name) {
        Counter counter = registry.get(name).counter();
        return counter.count();
    }

    double gauged(String name) {
        return registry.get(name).gauge().value();
    }

    @Override
    public void close() {
        server.close();
        client.shutdownNow();
    }
}
