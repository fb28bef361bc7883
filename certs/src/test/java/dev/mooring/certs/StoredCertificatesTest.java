package dev.mooring.certs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredCertificatesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final SecretName SECRET = new SecretName("mooring-system", "mooring-webhook-tls");
    private static final StoredCertificates STORED = made();
    private static final StoredCertificates FOREIGN = made();

    @Test
    void areReadAsTheyWereWritten() {
        assertThat(StoredCertificates.read(SECRET, STORED.data()).serving()).isEqualTo(STORED.serving());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls.crt", "tls.key", "ca.crt", "ca.key"})
    void areUnusableWithoutAKey(String key) {
        var data = new HashMap<>(STORED.data());
        data.remove(key);
        assertUnusable(data, "\"" + key + "\" is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tls.crt | is not a certificate in PEM
            tls.key | is not an elliptic-curve key in PEM (PKCS #8)
            ca.crt  | is not a certificate in PEM
            ca.key  | is not an elliptic-curve key in PEM (PKCS #8)
            """)
    void areUnusableIfAValueIsSomethingElse(String key, String why) {
        assertUnusable(with(key, base64("something else")), "\"" + key + "\" " + why);
    }

    @Test
    void areUnusableIfAValueIsNotBase64() {
        assertUnusable(with("ca.key", "%%%"), "\"ca.key\" is not base64");
    }

    @Test
    void areUnusableWithAForeignServingKey() {
        assertUnusable(with("tls.key", foreign("tls.key")), "\"tls.key\" does not belong to \"tls.crt\"");
    }

    @Test
    void areUnusableWithAForeignAuthoritysKey() {
        assertUnusable(with("ca.key", foreign("ca.key")), "\"ca.key\" does not belong to \"ca.crt\"");
    }

    @Test
    void areUnusableIfAnotherAuthorityHasSigned() {
        var data = with("ca.key", foreign("ca.key"));
        data.put("ca.crt", foreign("ca.crt"));
        assertUnusable(data, "\"tls.crt\" is not signed by \"ca.crt\"");
    }

    @Test
    void sayTheWayOut() {
        assertThatThrownBy(() -> StoredCertificates.read(SECRET, Map.of()))
                .isInstanceOf(UnusableSecretException.class)
                .hasMessage("Secret \"mooring-system/mooring-webhook-tls\" cannot be used: \"ca.crt\" is missing."
                        + " To have everything in it made anew:"
                        + " kubectl -n mooring-system delete secret mooring-webhook-tls");
    }

    @Test
    void showTheirKeysInNoText() {
        String key = Pem.of(STORED.leaf().key());
        assertThat(STORED.toString() + STORED.leaf() + STORED.serving())
                .doesNotContain("PRIVATE")
                .doesNotContain(key.lines().skip(1).findFirst().orElseThrow());
    }

    private static void assertUnusable(Map<String, String> data, String why) {
        assertThatThrownBy(() -> StoredCertificates.read(SECRET, data))
                .isInstanceOf(UnusableSecretException.class)
                .hasMessageContaining("cannot be used: " + why + ".")
                .hasNoCause();
    }

    private static Map<String, String> with(String key, String value) {
        var data = new HashMap<>(STORED.data());
        data.put(key, value);
        return data;
    }

    private static String foreign(String key) {
        return FOREIGN.data().getOrDefault(key, "");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
    }

    private static StoredCertificates made() {
        var authority = CertificateAuthority.generate(CertificateSettings.DEFAULTS, NOW);
        var names = SubjectNames.of(List.of("webhook.svc"));
        return new StoredCertificates(authority, authority.issue(names, CertificateSettings.DEFAULTS, NOW));
    }
}
