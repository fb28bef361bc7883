package dev.mooring.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.stream.DoubleStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Calls of the webhook by itself, without an API server between, trusting whom the API server trusts. */
final class DirectCall implements AutoCloseable {
    private final HttpClient http;
    private final URI base;

    private DirectCall(HttpClient http, URI base) {
        this.http = http;
        this.base = base;
    }

    static DirectCall to(int port, KubernetesClient admin) {
        String bundle = admin.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName("mooring")
                .get()
                .getWebhooks()
                .getFirst()
                .getClientConfig()
                .getCaBundle();
        return new DirectCall(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(trusting(Base64.getDecoder().decode(bundle)))
                        .build(),
                URI.create("https://127.0.0.1:" + port));
    }

    HttpResponse<String> post(String path, String body) {
        return post(path, body.getBytes(UTF_8));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Sends the head of the request, runs {@code meanwhile}, and sends the body. */
    HttpResponse<String> post(String path, String body, Runnable meanwhile) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> {
                    meanwhile.run();
                    return new ByteArrayInputStream(body.getBytes(UTF_8));
                })));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    /** The number of answers that the API server got from both paths, whatever they were. */
    double answers() {
        return measured("controller_runtime_webhook_requests_total").sum();
    }

    /** The values of a metric, one for each combination of its tags. */
    DoubleStream measured(String metric) {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(metric + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private static SSLContext trusting(byte[] authorityPem) {
        try {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "mooring",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(authorityPem)));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
