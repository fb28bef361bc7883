package dev.mooring.certs;

import static org.bouncycastle.asn1.x509.Extension.authorityKeyIdentifier;
import static org.bouncycastle.asn1.x509.Extension.basicConstraints;
import static org.bouncycastle.asn1.x509.Extension.extendedKeyUsage;
import static org.bouncycastle.asn1.x509.Extension.keyUsage;
import static org.bouncycastle.asn1.x509.Extension.subjectAlternativeName;
import static org.bouncycastle.asn1.x509.Extension.subjectKeyIdentifier;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs serving certificates. All keys are on the curve P-256. */
public final class CertificateAuthority {
    private static final X500Principal AUTHORITY = new X500Principal("CN=Mooring authority");
    private static final X500Principal LEAF = new X500Principal("CN=Mooring");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 127;

    private final KeyedCertificate self;

    CertificateAuthority(KeyedCertificate self) {
        this.self = self;
    }

    /** Returns a new authority that is valid at {@code now} and for as long as {@code settings} say. */
    public static CertificateAuthority generate(CertificateSettings settings, Instant now) {
        try {
            KeyPair keys = keys();
            X509v3CertificateBuilder draft = draft(
                            AUTHORITY,
                            now.minus(settings.backdating()),
                            now.plus(settings.authorityLife()),
                            AUTHORITY,
                            keys.getPublic())
                    .addExtension(basicConstraints, true, new BasicConstraints(0))
                    .addExtension(keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new CertificateAuthority(new KeyedCertificate(sign(draft, keys.getPrivate()), keys.getPrivate()));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this JVM cannot make a certificate authority", e);
        }
    }

    /**
     * Returns a serving certificate for {@code names}, each a DNS name or an address. It ends with this
     * authority at the latest.
     */
    public ServingCertificate issue(Collection<String> names, CertificateSettings settings, Instant now) {
        return serving(issue(SubjectNames.of(names), settings, now));
    }

    KeyedCertificate issue(SubjectNames names, CertificateSettings settings, Instant now) {
        try {
            KeyPair keys = keys();
            X509v3CertificateBuilder draft = draft(
                            self.certificate().getSubjectX500Principal(),
                            now.minus(settings.backdating()),
                            earlier(now.plus(settings.leafLife()), self.notAfter()),
                            LEAF,
                            keys.getPublic())
                    .addExtension(basicConstraints, true, new BasicConstraints(false))
                    .addExtension(keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(subjectAlternativeName, false, names.extension())
                    .addExtension(
                            authorityKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(self.certificate()));
            return new KeyedCertificate(sign(draft, self.key()), keys.getPrivate());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this JVM cannot make a serving certificate", e);
        }
    }

    /** Returns {@code leaf} as it is handed out, with this authority to trust. */
    ServingCertificate serving(KeyedCertificate leaf) {
        return new ServingCertificate(
                Pem.of(leaf.certificate()), Pem.of(leaf.key()), Pem.of(self.certificate()), leaf.notAfter());
    }

    KeyedCertificate self() {
        return self;
    }

    private static X509v3CertificateBuilder draft(
            X500Principal issuer, Instant notBefore, Instant notAfter, X500Principal subject, PublicKey key)
            throws GeneralSecurityException, IOException {
        return new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(SERIAL_BITS, RANDOM).add(BigInteger.ONE),
                        Date.from(notBefore),
                        Date.from(notAfter),
                        subject,
                        key)
                .addExtension(subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
    }

    private static X509Certificate sign(X509v3CertificateBuilder draft, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(draft.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
