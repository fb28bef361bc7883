package dev.mooring.certs;

import java.time.Duration;

/**
 * How long certificates last.
 *
 * @param authorityLife of the authority
 * @param leafLife of a serving certificate; it is renewed when a third of it is left
 * @param backdating by how much a certificate is valid before it was made: clocks differ
 */
public record CertificateSettings(Duration authorityLife, Duration leafLife, Duration backdating) {
    /** Ten years for the authority, ninety days for what it signs, five minutes for the clocks. */
    public static final CertificateSettings DEFAULTS =
            new CertificateSettings(Duration.ofDays(3_652), Duration.ofDays(90), Duration.ofMinutes(5));

    public CertificateSettings {
        if (!leafLife.isPositive() || authorityLife.compareTo(leafLife) < 0) {
            throw new IllegalArgumentException("leafLife \"" + leafLife
                    + "\" must be more than nothing and at most authorityLife \"" + authorityLife + "\"");
        }
        if (backdating.isNegative()) {
            throw new IllegalArgumentException("backdating \"" + backdating + "\" must not be negative");
        }
    }
}
