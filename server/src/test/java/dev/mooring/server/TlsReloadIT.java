package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TlsReloadIT {
    private static final TestTls SECOND = TestTls.named("second");

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

    private Certificate certificateShown(HttpClient client) throws Exception {
        try (client) {
            HttpResponse<Void> answer =
                    client.send(running.to("/healthz").build(), HttpResponse.BodyHandlers.discarding());
            return answer.sslSession().orElseThrow().getPeerCertificates()[0];
        }
    }
}
