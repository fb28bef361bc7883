package dev.mooring.testcluster.pki;

import java.security.KeyPair;
import java.security.cert.X509Certificate;

/**
 * A certificate with its key.
 *
 * @param certificate the certificate, signed by the cluster's authority
 * @param keys the key pair it is about
 */
public record Identity(X509Certificate certificate, KeyPair keys) {
    /** Returns the certificate as PEM. */
    public String certificatePem() {
        return Pem.of(certificate);
    }

    /** Returns the private key as PEM. */
    public String keyPem() {
        return Keys.privatePem(keys);
    }
}
