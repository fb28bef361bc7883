package dev.mooring.certs;

import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an authority and a serving certificate in a Secret that all replicas share.
 *
 * <p>Replicas that start at once agree without talking to each other: whose create or update comes first
 * has made the certificate, the others read it.
 */
public final class CertificateStore {
    private static final Logger log = LoggerFactory.getLogger(CertificateStore.class);
    private static final String TYPE = "kubernetes.io/tls";
    private static final int ATTEMPTS = 10;

    private final KubernetesClient client;
    private final SecretName secret;
    private final CertificateSettings settings;

    /** Keeps the certificates in the Secret {@code name} of {@code namespace}. */
    public CertificateStore(KubernetesClient client, String namespace, String name, CertificateSettings settings) {
        this.client = client;
        this.secret = new SecretName(namespace, name);
        this.settings = settings;
    }

    /**
     * Returns a serving certificate for {@code names}, each a DNS name or an address: the one that is
     * kept, or a new one if there is none, if a third of its life is left or if it lacks one of the names.
     *
     * @throws UnusableSecretException if the Secret holds something else
     */
    public ServingCertificate ensure(Collection<String> names, Instant now) {
        SubjectNames wanted = SubjectNames.of(names);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<ServingCertificate> agreed = attempt(wanted, now);
            if (agreed.isPresent()) {
                return agreed.get();
            }
        }
        throw new IllegalStateException("Secret \"" + secret.namespace() + "/" + secret.name()
                + "\" was changed by others " + ATTEMPTS + " times in a row; is there another program that writes it?");
    }

    /** Returns empty if another replica was faster. */
    private Optional<ServingCertificate> attempt(SubjectNames wanted, Instant now) {
        Secret found = resource().get();
        if (found == null) {
            return create(wanted, now);
        }
        StoredCertificates stored = StoredCertificates.read(secret, dataOf(found));
        return Renewal.isDue(stored.leaf(), wanted, now)
                ? replace(found, stored.authority(), wanted, now)
                : Optional.of(stored.serving());
    }

    private Optional<ServingCertificate> create(SubjectNames wanted, Instant now) {
        CertificateAuthority authority = CertificateAuthority.generate(settings, now);
        StoredCertificates made = new StoredCertificates(authority, authority.issue(wanted, settings, now));
        Secret created = new SecretBuilder()
                .withNewMetadata()
                .withNamespace(secret.namespace())
                .withName(secret.name())
                .endMetadata()
                .withType(TYPE)
                .withData(made.data())
                .build();
        return write(
                () -> client.resource(created).create(),
                made,
                "Made a certificate authority and a serving certificate");
    }

    private Optional<ServingCertificate> replace(
            Secret found, CertificateAuthority authority, SubjectNames wanted, Instant now) {
        if (!authority.self().notAfter().isAfter(now)) {
            throw new UnusableSecretException(
                    secret, "ca.crt", "ended at " + authority.self().notAfter());
        }
        StoredCertificates made = new StoredCertificates(authority, authority.issue(wanted, settings, now));
        Map<String, String> data = new HashMap<>(dataOf(found));
        data.putAll(made.data());
        Secret replaced = found.edit().withData(data).build();
        return write(() -> client.resource(replaced).update(), made, "Renewed the serving certificate");
    }

    /** Returns empty if the API server says that the Secret is no longer as it was read. */
    private Optional<ServingCertificate> write(Runnable write, StoredCertificates made, String what) {
        try {
            write.run();
        } catch (KubernetesClientException e) {
            if (e.getCode() == HTTP_CONFLICT || e.getCode() == HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
        log.atInfo()
                .addKeyValue(LogKeys.NAMESPACE, secret.namespace())
                .addKeyValue(LogKeys.NAME, secret.name())
                .addKeyValue(LogKeys.NOT_AFTER, made.leaf().notAfter())
                .log(what);
        return Optional.of(made.serving());
    }

    private Resource<Secret> resource() {
        return client.secrets().inNamespace(secret.namespace()).withName(secret.name());
    }

    private static Map<String, String> dataOf(Secret found) {
        return found.getData() == null ? Map.of() : found.getData();
    }
}
