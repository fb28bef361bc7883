package dev.mooring.certs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithCluster
class CaBundlePublisherIT {
    private static final String NAME = "mooring";
    private static final String FIRST = authority();
    private static final String SECOND = authority();

    private static KubernetesClient webhook;

    private Resource<MutatingWebhookConfiguration> mutating;
    private Resource<ValidatingWebhookConfiguration> validating;

    @BeforeAll
    static void installTheChart(TestCluster cluster) {
        webhook = InstalledChart.asWebhook(cluster);
    }

    @AfterAll
    static void closeTheClient() {
        webhook.close();
    }

    @BeforeEach
    void beginWithTheFirstAuthority(KubernetesClient admin) {
        mutating = admin.admissionRegistration()
                .v1()
                .mutatingWebhookConfigurations()
                .withName(NAME);
        validating = admin.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(NAME);
        publisher().publish(NAME, FIRST);
    }

    @Test
    void writesIntoEveryWebhookOfBothKinds() {
        publisher().publish(NAME, SECOND);
        assertThat(mutating.get().getWebhooks())
                .isNotEmpty()
                .allSatisfy(entry ->
                        assertThat(pem(entry.getClientConfig().getCaBundle())).isEqualTo(SECOND));
        assertThat(validating.get().getWebhooks())
                .isNotEmpty()
                .allSatisfy(entry ->
                        assertThat(pem(entry.getClientConfig().getCaBundle())).isEqualTo(SECOND));
    }

    @Test
    void leavesEverythingElseAsItWas() {
        MutatingWebhookConfiguration before = mutating.get();
        publisher().publish(NAME, SECOND);
        assertThat(withFirstAuthority(mutating.get())).isEqualTo(withFirstAuthority(before));
    }

    @Test
    void writesNothingThatIsRightAlready() {
        publisher().publish(NAME, FIRST);
        String before = mutating.get().getMetadata().getResourceVersion();
        publisher().publish(NAME, FIRST);
        assertThat(mutating.get().getMetadata().getResourceVersion()).isEqualTo(before);
    }

    @Test
    void hasReplicasThatPublishAtOnceAgree() throws Exception {
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            var published = replicas.invokeAll(
                    Collections.nCopies(4, Executors.callable(() -> publisher().publish(NAME, SECOND))));
            for (var one : published) {
                one.get();
            }
        }
        assertThat(mutating.get().getWebhooks())
                .allSatisfy(entry ->
                        assertThat(pem(entry.getClientConfig().getCaBundle())).isEqualTo(SECOND));
    }

    @Test
    void saysWhichConfigurationIsMissing(KubernetesClient admin) {
        assertThatThrownBy(() -> new CaBundlePublisher(admin).publish("nobodys", FIRST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "MutatingWebhookConfiguration \"nobodys\" does not exist: install Mooring's Helm chart first");
    }

    private static CaBundlePublisher publisher() {
        return new CaBundlePublisher(webhook);
    }

    /** Returns {@code configuration} without what a write changes in any case. */
    private static MutatingWebhookConfiguration withFirstAuthority(MutatingWebhookConfiguration configuration) {
        configuration.getMetadata().setResourceVersion(null);
        configuration.getMetadata().setGeneration(null);
        configuration.getMetadata().setManagedFields(List.of());
        configuration.getWebhooks().forEach(entry -> entry.getClientConfig().setCaBundle(null));
        return configuration;
    }

    private static String pem(String caBundle) {
        return new String(Base64.getDecoder().decode(caBundle), UTF_8);
    }

    private static String authority() {
        Instant now = Instant.parse("2026-11-24T12:00:00Z");
        return CertificateAuthority.generate(CertificateSettings.DEFAULTS, now)
                .issue(List.of("127.0.0.1"), CertificateSettings.DEFAULTS, now)
                .caPem();
    }
}
