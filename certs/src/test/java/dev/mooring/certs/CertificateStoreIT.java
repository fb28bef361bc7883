package dev.mooring.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithCluster
class CertificateStoreIT {
    private static final String NAME = "mooring-webhook-tls";
    private static final List<String> NAMES = List.of("mooring-webhook.mooring-system.svc", "127.0.0.1");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(70));
    private static final int REPLICAS = 4;

    private static KubernetesClient webhook;

    private Resource<Secret> secret;

    @BeforeAll
    static void installTheChart(TestCluster cluster) {
        webhook = InstalledChart.asWebhook(cluster);
    }

    @AfterAll
    static void closeTheClient() {
        webhook.close();
    }

    @BeforeEach
    void beginWithoutASecret(KubernetesClient admin) {
        secret = admin.secrets().inNamespace(InstalledChart.NAMESPACE).withName(NAME);
        secret.delete();
    }

    @Test
    void keepsWhatItMakesInATlsSecret() {
        ServingCertificate made = store().ensure(NAMES, NOW);
        assertThat(secret.get().getType()).isEqualTo("kubernetes.io/tls");
        assertThat(secret.get().getData()).containsOnlyKeys("tls.crt", "tls.key", "ca.crt", "ca.key");
        assertThat(store().ensure(NAMES, NOW)).isEqualTo(made);
    }

    @Test
    void hasReplicasThatStartAtOnceAgree() throws Exception {
        assertThat(atOnce(() -> store().ensure(NAMES, NOW))).hasSize(1);
    }

    @Test
    void renewsUnderTheSameAuthority() {
        ServingCertificate made = store().ensure(NAMES, NOW);
        ServingCertificate renewed = store().ensure(NAMES, LATER);
        assertThat(renewed.caPem()).isEqualTo(made.caPem());
        assertThat(renewed.notAfter()).isEqualTo(LATER.plus(Duration.ofDays(90)));
        assertThat(store().ensure(NAMES, LATER)).isEqualTo(renewed);
    }

    @Test
    void hasReplicasThatRenewAtOnceAgree() throws Exception {
        ServingCertificate made = store().ensure(NAMES, NOW);
        assertThat(atOnce(() -> store().ensure(NAMES, LATER))).singleElement().isNotEqualTo(made);
    }

    @Test
    void renewsForAnotherName() {
        ServingCertificate made = store().ensure(NAMES, NOW);
        ServingCertificate renewed = store().ensure(List.of("10.0.0.7"), NOW);
        assertThat(renewed.chainPem()).isNotEqualTo(made.chainPem());
        assertThat(renewed.caPem()).isEqualTo(made.caPem());
    }

    @Test
    void leavesWhatOthersWroteOnTheSecret() {
        store().ensure(NAMES, NOW);
        secret.edit(found -> found.edit()
                .editMetadata()
                .addToLabels("team", "platform")
                .endMetadata()
                .addToData("note", "aGVsbG8=")
                .build());
        store().ensure(NAMES, LATER);
        assertThat(secret.get().getMetadata().getLabels()).containsEntry("team", "platform");
        assertThat(secret.get().getData()).containsEntry("note", "aGVsbG8=");
    }

    @Test
    void touchesNothingOfASecretThatItCannotRead() {
        store().ensure(NAMES, NOW);
        Secret broken = secret.edit(
                found -> found.edit().addToData("ca.key", "bm8ga2V5").build());
        assertThatThrownBy(() -> store().ensure(NAMES, LATER))
                .isInstanceOf(UnusableSecretException.class)
                .hasMessageStartingWith(
                        "Secret \"mooring-system/mooring-webhook-tls\" cannot be used: \"ca.key\" is not");
        assertThat(secret.get()).isEqualTo(broken);
    }

    @Test
    void renewsNothingOnceTheAuthorityHasEnded() {
        store().ensure(NAMES, NOW);
        assertThatThrownBy(() -> store().ensure(NAMES, NOW.plus(Duration.ofDays(4_000))))
                .isInstanceOf(UnusableSecretException.class)
                .hasMessageContaining("\"ca.crt\" ended at 2036-11-23T12:00:00Z. To have everything in it made anew:");
    }

    private static CertificateStore store() {
        return new CertificateStore(webhook, InstalledChart.NAMESPACE, NAME, CertificateSettings.DEFAULTS);
    }

    /** Returns the different answers of replicas that ask at the same moment. */
    private static Set<ServingCertificate> atOnce(Callable<ServingCertificate> replica) throws Exception {
        CyclicBarrier start = new CyclicBarrier(REPLICAS);
        List<Future<ServingCertificate>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(REPLICAS)) {
            answers = IntStream.range(0, REPLICAS)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return replica.call();
                    }))
                    .toList();
        }
        return answers.stream().map(Future::resultNow).collect(Collectors.toSet());
    }
}
