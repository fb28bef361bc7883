package dev.mooring.certs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;

/** An authority and the serving certificate that it has signed, as the data of a Secret. */
record StoredCertificates(CertificateAuthority authority, KeyedCertificate leaf) {
    private static final String LEAF_CERTIFICATE = "tls.crt";
    private static final String LEAF_KEY = "tls.key";
    private static final String AUTHORITY_CERTIFICATE = "ca.crt";
    private static final String AUTHORITY_KEY = "ca.key";

    /**
     * Returns what {@code data} of {@code secret} holds.
     *
     * @throws UnusableSecretException naming the first key that is absent, unreadable or belongs to something else
     */
    static StoredCertificates read(SecretName secret, Map<String, String> data) {
        Reading reading = new Reading(secret, data);
        KeyedCertificate authority = reading.keyed(AUTHORITY_CERTIFICATE, AUTHORITY_KEY);
        KeyedCertificate leaf = reading.keyed(LEAF_CERTIFICATE, LEAF_KEY);
        if (!Signatures.isSignedBy(leaf.certificate(), authority.certificate())) {
            throw new UnusableSecretException(
                    secret, LEAF_CERTIFICATE, "is not signed by \"" + AUTHORITY_CERTIFICATE + "\"");
        }
        return new StoredCertificates(new CertificateAuthority(authority), leaf);
    }

    /** Returns these as the data of a Secret of type {@code kubernetes.io/tls}. */
    Map<String, String> data() {
        return Map.of(
                LEAF_CERTIFICATE, encoded(Pem.of(leaf.certificate())),
                LEAF_KEY, encoded(Pem.of(leaf.key())),
                AUTHORITY_CERTIFICATE, encoded(Pem.of(authority.self().certificate())),
                AUTHORITY_KEY, encoded(Pem.of(authority.self().key())));
    }

    ServingCertificate serving() {
        return authority.serving(leaf);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
    }

    /** The data of one Secret while it is read. */
    private record Reading(SecretName secret, Map<String, String> data) {
        KeyedCertificate keyed(String certificateKey, String privateKeyKey) {
            X509Certificate certificate = Pem.certificate(text(certificateKey))
                    .orElseThrow(() -> unusable(certificateKey, "is not a certificate in PEM"));
            PrivateKey key = Pem.privateKey(text(privateKeyKey))
                    .orElseThrow(() -> unusable(privateKeyKey, "is not an elliptic-curve key in PEM (PKCS #8)"));
            if (!Signatures.belongTogether(key, certificate)) {
                throw unusable(privateKeyKey, "does not belong to \"" + certificateKey + "\"");
            }
            return new KeyedCertificate(certificate, key);
        }

        private String text(String key) {
            String value = data.get(key);
            if (value == null) {
                throw unusable(key, "is missing");
            }
            try {
                return new String(Base64.getDecoder().decode(value), US_ASCII);
            } catch (IllegalArgumentException e) {
                throw unusable(key, "is not base64");
            }
        }

        private UnusableSecretException unusable(String key, String why) {
            return new UnusableSecretException(secret, key, why);
        }

        /** Returns where the data is from, never the data. */
        @Override
        public String toString() {
            return "Reading[secret=" + secret + "]";
        }
    }
}
