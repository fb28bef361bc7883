package dev.mooring.certs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CertificateSettingsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void refuseALeafThatOutlivesItsAuthority() {
        assertThatThrownBy(() -> new CertificateSettings(DAY, DAY.plusSeconds(1), Duration.ZERO))
                .hasMessage("leafLife \"PT24H1S\" must be more than nothing and at most authorityLife \"PT24H\"");
    }

    @Test
    void refuseCertificatesOfTheFuture() {
        assertThatThrownBy(() -> new CertificateSettings(DAY, DAY, Duration.ofSeconds(-1)))
                .hasMessage("backdating \"PT-1S\" must not be negative");
    }
}
