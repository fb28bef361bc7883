package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TlsReloadIT {
    private static final TestTls SECOND = TestTls.named("second");
    private static final int CLIENTS = 4;

    @AutoClose
    private final RunningServer running = RunningServer.echo();

    @Test
    void showsTheNewCertificateToWhoeverConnects() throws Exception {
        running.server.updateTls(SECOND.material());
        assertThat(certificateShown(RunningServer.client(SECOND))).isEqualTo(SECOND.certificate());
    }

    @Test
    void leavesConnectionsAsTheyAre() {
        try (var client = running.raw()) {
            client.sendLines("GET /healthz HTTP/1.1", "Host: x", "");
            assertThat(client.head()).first().isEqualTo("HTTP/1.1 200 OK");
            assertThat(client.line()).isEqualTo("ok");
            running.server.updateTls(SECOND.material());
            client.sendLines("GET /healthz HTTP/1.1", "Host: x", "");
            assertThat(client.head()).first().isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void keepsTheOldCertificateIfTheNewOneCannotBeUsed() throws Exception {
        var broken = new TlsMaterial("no certificate", SECOND.material().privateKeyPem());
        assertThatThrownBy(() -> running.server.updateTls(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cannot use the new certificate: ");
        assertThat(certificateShown(RunningServer.client(RunningServer.TLS)))
                .isEqualTo(RunningServer.TLS.certificate());
    }

    @Test
    void failsNoCallWhileTheCertificateChanges() throws Exception {
        SSLSocketFactory sockets = TestTls.trust(RunningServer.TLS, SECOND).getSocketFactory();
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Integer>> answers = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> clients.submit(() -> callUntil(done, sockets)))
                    .toList();
            for (int change = 0; change < 8; change++) {
                running.server.updateTls(change % 2 == 0 ? SECOND.material() : RunningServer.TLS.material());
            }
            done.set(true);
            for (Future<Integer> answered : answers) {
                assertThat(answered.get(20, TimeUnit.SECONDS)).isPositive();
            }
        }
    }

    /** Returns how many calls were answered, each on a connection of its own. */
    private int callUntil(AtomicBoolean done, SSLSocketFactory sockets) throws IOException {
        int answered = 0;
        do {
            try (RawClient client = RawClient.connect(sockets, running.port)) {
                client.sendLines("GET /healthz HTTP/1.1", "Host: x", "");
                assertThat(client.line()).isEqualTo("HTTP/1.1 200 OK");
                answered++;
            }
        } while (!done.get());
        return answered;
    }

    private Certificate certificateShown(HttpClient client) throws Exception {
        try (client) {
            HttpResponse<Void> answer =
                    client.send(running.to("/healthz").build(), HttpResponse.BodyHandlers.discarding());
            return answer.sslSession().orElseThrow().getPeerCertificates()[0];
        }
    }
}
