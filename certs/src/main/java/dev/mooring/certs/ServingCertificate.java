package dev.mooring.certs;

import java.time.Instant;

/**
 * What a server shows, proves itself with, and is trusted by.
 *
 * @param chainPem the serving certificate
 * @param keyPem its private key as PKCS #8
 * @param caPem the authorities that a client has to trust
 * @param notAfter when the serving certificate ends
 */
public record ServingCertificate(String chainPem, String keyPem, String caPem, Instant notAfter) {
    /** Returns a text without the private key: this record may end up in a log. */
    @Override
    public String toString() {
        return "ServingCertificate[chainPem=" + chainPem + ", keyPem=<redacted>, caPem=" + caPem + ", notAfter="
                + notAfter + "]";
    }
}
