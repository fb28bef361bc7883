package dev.mooring.testcluster.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    private final Authority authority = Authority.create(InstantSource.fixed(NOW));

    @Test
    void namesAUserAndTheGroupsInTheCertificate() throws Exception {
        X509Certificate certificate =
                authority.user("ana", List.of("system:masters", "team-a")).certificate();

        assertThat(certificate.getSubjectX500Principal().getName("RFC1779"))
                .isEqualTo("CN=ana, O=team-a, O=system:masters");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly(CLIENT_AUTH);
    }

    @Test
    void signsWhatItIssues() {
        X509Certificate certificate = authority.user("ana", List.of()).certificate();

        assertThatCode(() ->
                        certificate.verify(authority.identity().certificate().getPublicKey()))
                .doesNotThrowAnyException();
        assertThat(certificate.getIssuerX500Principal())
                .isEqualTo(authority.identity().certificate().getSubjectX500Principal());
    }

    @Test
    void namesAServersAddresses() throws Exception {
        X509Certificate certificate = authority
                .server("kube-apiserver", List.of("localhost", "127.0.0.1"))
                .certificate();

        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
        assertThat(certificate.getExtendedKeyUsage()).containsExactly(SERVER_AUTH);
    }

    @Test
    void issuesForAYear() {
        X509Certificate certificate = authority.user("ana", List.of()).certificate();

        assertThat(certificate.getNotBefore()).isEqualTo(Date.from(NOW.minus(Duration.ofHours(1))));
        assertThat(certificate.getNotAfter()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(365))));
    }

    @Test
    void writesKeysThatNameTheirCurve() {
        assertThat(authority.user("ana", List.of()).keyPem()).startsWith("-----BEGIN EC PRIVATE KEY-----");
    }
}
