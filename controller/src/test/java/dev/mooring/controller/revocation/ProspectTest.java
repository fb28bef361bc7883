package dev.mooring.controller.revocation;

import static dev.mooring.controller.revocation.Prospect.GOES;
import static dev.mooring.controller.revocation.Prospect.STAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.RevokeMode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProspectTest {
    private static final Instant REVOKED = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATE = REVOKED.plusSeconds(1);

    @Test
    void whatRanStaysIfTheShareSaidSo() {
        assertThat(Prospect.of(RevokeMode.KEEP, REVOKED, REVOKED, false)).isEqualTo(STAYS);
        assertThat(Prospect.of(RevokeMode.KEEP, REVOKED, null, false)).isEqualTo(STAYS);
        assertThat(Prospect.of(RevokeMode.KEEP, null, LATE, false)).isEqualTo(STAYS);
    }

    @Test
    void whatIsEvictedGoes() {
        assertThat(Prospect.of(RevokeMode.EVICT, REVOKED, REVOKED, false)).isEqualTo(GOES);
        assertThat(Prospect.of(RevokeMode.EVICT, REVOKED, null, false)).isEqualTo(GOES);
    }

    @Test
    void whatCameLateGoes() {
        assertThat(Prospect.of(RevokeMode.KEEP, REVOKED, LATE, false)).isEqualTo(GOES);
    }

    @Test
    void whatItsUserDeletesGoes() {
        assertThat(Prospect.of(RevokeMode.KEEP, REVOKED, REVOKED, true)).isEqualTo(GOES);
        assertThat(Prospect.withoutMirror(null, true)).isEqualTo(GOES);
    }

    @Test
    void whatHasANodeButNoMirrorCameLate() {
        assertThat(Prospect.withoutMirror(REVOKED, false)).isEqualTo(GOES);
        assertThat(Prospect.withoutMirror(null, false)).isEqualTo(STAYS);
    }
}
