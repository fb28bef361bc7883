package dev.mooring.testcluster.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificate authority of one cluster: it vouches for the API server and for every user. */
public final class Authority {
    private static final Duration LIFE = Duration.ofDays(365);
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final int SERIAL_BITS = 120;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Identity identity;

    private Authority(InstantSource clock) {
        this.clock = clock;
        this.identity = selfSigned();
    }

    /** Returns a new authority. */
    public static Authority create(InstantSource clock) {
        return new Authority(clock);
    }

    /** Returns the authority's own certificate and key. */
    public Identity identity() {
        return identity;
    }

    /** Returns a server's certificate; {@code addresses} are DNS names and IP addresses. */
    public Identity server(String name, List<String> addresses) {
        GeneralNames names =
                new GeneralNames(addresses.stream().map(Authority::address).toArray(GeneralName[]::new));
        return sign(subject(name, List.of()), KeyPurposeId.id_kp_serverAuth, names);
    }

    /** Returns the certificate by which the API server knows {@code user}, a member of {@code groups}. */
    public Identity user(String user, List<String> groups) {
        return sign(subject(user, groups), KeyPurposeId.id_kp_clientAuth, new GeneralNames(new GeneralName[0]));
    }

    private Identity selfSigned() {
        KeyPair keys = Keys.generate();
        X500Name name = subject("mooring-test-cluster", List.of());
        return build(keys, name, name, keys, builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.digitalSignature));
        });
    }

    private Identity sign(X500Name subject, KeyPurposeId purpose, GeneralNames names) {
        X500Name issuer = X500Name.getInstance(
                identity.certificate().getSubjectX500Principal().getEncoded());
        return build(identity.keys(), issuer, subject, Keys.generate(), builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            if (names.getNames().length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, names);
            }
        });
    }

    @FunctionalInterface
    private interface Extensions {
        void addTo(X509v3CertificateBuilder builder) throws IOException;
    }

    private Identity build(KeyPair signer, X500Name issuer, X500Name subject, KeyPair keys, Extensions extensions) {
        Instant now = clock.instant();
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                Date.from(now.minus(CLOCK_SKEW)),
                Date.from(now.plus(LIFE)),
                subject,
                keys.getPublic());
        try {
            extensions.addTo(builder);
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
            return new Identity(certificate, keys);
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign a certificate for \"" + subject + "\"", e);
        }
    }

    private static X500Name subject(String commonName, List<String> organizations) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        organizations.forEach(organization -> name.addRDN(BCStyle.O, organization));
        return name.addRDN(BCStyle.CN, commonName).build();
    }

    private static GeneralName address(String address) {
        boolean isIp = address.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        return new GeneralName(isIp ? GeneralName.iPAddress : GeneralName.dNSName, address);
    }
}
