package dev.mooring.testcluster.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.util.io.pem.PemObject;

/** Makes P-256 key pairs, a thousand times faster than RSA's, and writes them as PEM. */
public final class Keys {
    private static final int FIELD_BITS = 256;

    private Keys() {}

    /** Returns a new key pair. */
    public static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** Returns the private half as PEM: an EC PRIVATE KEY that names its curve, which both Go and fabric8 read. */
    public static String privatePem(KeyPair keys) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded());
            ECPrivateKey key = new ECPrivateKey(
                    FIELD_BITS,
                    ECPrivateKey.getInstance(info.parsePrivateKey()).getKey(),
                    info.getPrivateKeyAlgorithm().getParameters());
            return Pem.of(new PemObject("EC PRIVATE KEY", key.getEncoded()));
        } catch (IOException e) {
            throw new IllegalStateException("a key that was just made has no encoding", e);
        }
    }

    /** Returns the public half as PEM. */
    public static String publicPem(KeyPair keys) {
        return Pem.of(keys.getPublic());
    }
}
