package dev.mooring.server;

import java.util.Objects;

/**
 * What a server shows and proves itself with.
 *
 * @param certificateChainPem the leaf first, then what is between it and the authority
 * @param privateKeyPem the leaf's private key as PKCS #8
 */
public record TlsMaterial(String certificateChainPem, String privateKeyPem) {
    public TlsMaterial {
        Objects.requireNonNull(certificateChainPem, "certificateChainPem");
        Objects.requireNonNull(privateKeyPem, "privateKeyPem");
    }

    /** Returns a text without the private key: this record may end up in a log. */
    @Override
    public String toString() {
        return "TlsMaterial[certificateChainPem=" + certificateChainPem + ", privateKeyPem=<redacted>]";
    }
}
