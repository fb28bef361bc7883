package dev.mooring.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenewalTest {
    private static final Instant MADE = Instant.parse("2026-11-24T12:00:00Z");
    private static final CertificateSettings SETTINGS =
            new CertificateSettings(Duration.ofDays(1_000), Duration.ofDays(90), Duration.ZERO);
    private static final SubjectNames NAMES = SubjectNames.of(List.of("webhook.svc", "127.0.0.1"));
    private static final KeyedCertificate LEAF =
            CertificateAuthority.generate(SETTINGS, MADE).issue(NAMES, SETTINGS, MADE);

    @Test
    void waitsWhileMoreThanAThirdIsLeft() {
        assertThat(Renewal.isDue(LEAF, NAMES, MADE.plus(Duration.ofDays(60)).minusSeconds(1)))
                .isFalse();
    }

    @Test
    void isDueWhenAThirdIsLeft() {
        assertThat(Renewal.isDue(LEAF, NAMES, MADE.plus(Duration.ofDays(60)))).isTrue();
    }

    @Test
    void isDueAfterTheEnd() {
        assertThat(Renewal.isDue(LEAF, NAMES, MADE.plus(Duration.ofDays(91)))).isTrue();
    }

    @Test
    void isDueForANameThatIsNotCovered() {
        assertThat(Renewal.isDue(LEAF, SubjectNames.of(List.of("webhook.svc", "127.0.0.2")), MADE))
                .isTrue();
    }

    @Test
    void isNotDueForFewerNames() {
        assertThat(Renewal.isDue(LEAF, SubjectNames.of(List.of("Webhook.SVC")), MADE))
                .isFalse();
    }
}
