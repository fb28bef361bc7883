package dev.mooring.certs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final CertificateSettings SETTINGS = CertificateSettings.DEFAULTS;
    private static final List<String> NAMES = List.of("mooring-webhook.mooring-system.svc", "10.0.0.7", "::1");
    private static final CertificateAuthority AUTHORITY = CertificateAuthority.generate(SETTINGS, NOW);
    private static final ServingCertificate SERVING = AUTHORITY.issue(NAMES, SETTINGS, NOW);

    @Test
    void signsWhatItsClientsTrust() throws Exception {
        validate(SERVING, NOW);
    }

    @Test
    void allowsForClocksThatAreFiveMinutesSlow() throws Exception {
        validate(SERVING, NOW.minus(Duration.ofMinutes(5)));
    }

    @Test
    void signsForNinetyDays() {
        assertThat(SERVING.notAfter()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        assertThatThrownBy(() -> validate(SERVING, NOW.plus(Duration.ofDays(90)).plusSeconds(1)))
                .isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void signsNothingThatOutlivesIt() {
        Instant late = NOW.plus(SETTINGS.authorityLife()).minus(Duration.ofDays(1));
        assertThat(AUTHORITY.issue(NAMES, SETTINGS, late).notAfter()).isEqualTo(NOW.plus(SETTINGS.authorityLife()));
    }

    @Test
    void lastsTenYears() {
        assertThat(AUTHORITY.self().notAfter()).isEqualTo(NOW.plus(Duration.ofDays(3_652)));
    }

    @Test
    void signsForNamesAndAddresses() throws Exception {
        assertThat(leaf(SERVING).getSubjectAlternativeNames().stream()
                        .map(List::copyOf)
                        .collect(toSet()))
                .isEqualTo(Set.of(
                        List.of(2, "mooring-webhook.mooring-system.svc"),
                        List.of(7, "10.0.0.7"),
                        List.of(7, "0:0:0:0:0:0:0:1")));
    }

    @Test
    void signsServersOnly() throws Exception {
        assertThat(leaf(SERVING).getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(leaf(SERVING).getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void signsNoOtherAuthority() {
        assertThat(AUTHORITY.self().certificate().getBasicConstraints()).isZero();
    }

    @Test
    void makesKeysOnTheCurveP256() {
        assertThat(((ECPublicKey) leaf(SERVING).getPublicKey()).getParams().toString())
                .contains("secp256r1");
    }

    @Test
    void isNoneThatAnotherAuthoritysClientsTrust() {
        var other = CertificateAuthority.generate(SETTINGS, NOW);
        var mixed = new ServingCertificate(
                SERVING.chainPem(),
                SERVING.keyPem(),
                other.issue(NAMES, SETTINGS, NOW).caPem(),
                SERVING.notAfter());
        assertThatThrownBy(() -> validate(mixed, NOW)).isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void signsForNobodyNamed() {
        assertThatThrownBy(() -> AUTHORITY.issue(List.of(), SETTINGS, NOW))
                .hasMessage("a serving certificate needs at least one name");
    }

    @Test
    void handsOutKeysThatNoTextShows() {
        assertThat(SERVING.toString()).contains(SERVING.chainPem()).doesNotContain("PRIVATE KEY");
    }

    private static X509Certificate leaf(ServingCertificate serving) {
        return Pem.certificate(serving.chainPem()).orElseThrow();
    }

    private static void validate(ServingCertificate serving, Instant at) throws Exception {
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf(serving)));
        var parameters = new PKIXParameters(
                Set.of(new TrustAnchor(Pem.certificate(serving.caPem()).orElseThrow(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }
}
