package dev.mooring.certs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.util.IPAddress;

/**
 * The names and addresses that a serving certificate is for.
 *
 * @param values DNS names in lower case and addresses in the JDK's spelling
 */
record SubjectNames(Set<String> values) {
    SubjectNames {
        values = Set.copyOf(values);
    }

    /** Returns {@code names}, each a DNS name or an address, in one spelling. */
    static SubjectNames of(Collection<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a serving certificate needs at least one name");
        }
        return new SubjectNames(names.stream().map(SubjectNames::spelled).collect(Collectors.toSet()));
    }

    /** Returns the names that {@code certificate} is for; none if it cannot be told. */
    static SubjectNames in(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? new SubjectNames(Set.of()) : inExtension(names);
        } catch (CertificateParsingException e) {
            return new SubjectNames(Set.of());
        }
    }

    boolean covers(SubjectNames wanted) {
        return values.containsAll(wanted.values);
    }

    GeneralNames extension() {
        return new GeneralNames(
                values.stream().sorted().map(SubjectNames::general).toArray(GeneralName[]::new));
    }

    /** Each entry is a type and a value; the value of a DNS name or an address is text. */
    private static SubjectNames inExtension(Collection<List<?>> names) {
        return new SubjectNames(names.stream()
                .map(entry -> entry.get(1))
                .filter(String.class::isInstance)
                .map(name -> spelled((String) name))
                .collect(Collectors.toSet()));
    }

    private static GeneralName general(String name) {
        return new GeneralName(IPAddress.isValid(name) ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static String spelled(String name) {
        try {
            return IPAddress.isValid(name)
                    ? InetAddress.getByName(name).getHostAddress()
                    : name.toLowerCase(Locale.ROOT);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + name + "\" is not an address", e);
        }
    }
}
