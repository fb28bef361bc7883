package dev.mooring.certs;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** A certificate and the private key that belongs to it. */
record KeyedCertificate(X509Certificate certificate, PrivateKey key) {
    Instant notBefore() {
        return certificate.getNotBefore().toInstant();
    }

    Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    Duration life() {
        return Duration.between(notBefore(), notAfter());
    }

    /** Returns a text without the private key: this record may end up in a log. */
    @Override
    public String toString() {
        return "KeyedCertificate[certificate=" + certificate.getSubjectX500Principal() + ", key=<redacted>]";
    }
}
