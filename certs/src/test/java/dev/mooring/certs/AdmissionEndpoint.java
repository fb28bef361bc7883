package dev.mooring.certs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A webhook that allows everything and counts its calls. */
final class AdmissionEndpoint implements AutoCloseable {
    private static final Pattern UID = Pattern.compile("\"uid\":\"([^\"]+)\"");
    private static final char[] NO_PASSWORD = {};

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger calls = new AtomicInteger();

    private AdmissionEndpoint(HttpsServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    static AdmissionEndpoint serving(ServingCertificate certificate) throws IOException, GeneralSecurityException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(certificate)));
        AdmissionEndpoint endpoint = new AdmissionEndpoint(server);
        server.createContext("/", endpoint::allow);
        server.start();
        return endpoint;
    }

    int port() {
        return server.getAddress().getPort();
    }

    int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void allow(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            Matcher uid = UID.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] answer = """
                    {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview",
                     "response": {"uid": "%s", "allowed": true}}
                    """.formatted(uid.find() ? uid.group(1) : "").getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static SSLContext context(ServingCertificate certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setKeyEntry("leaf", Pem.privateKey(certificate.keyPem()).orElseThrow(), NO_PASSWORD, new Certificate[] {
            Pem.certificate(certificate.chainPem()).orElseThrow()
        });
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
