package dev.mooring.certs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@WithCluster
class TrustIT {
    private static final String NAME = "trust";
    private static final ConfigMap PROBE = new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(NAME)
            .withGenerateName("probe-")
            .addToLabels("probe", "true")
            .endMetadata()
            .build();

    @AfterEach
    void leaveTheOthersAlone(KubernetesClient admin) {
        admin.admissionRegistration()
                .v1()
                .mutatingWebhookConfigurations()
                .withName(NAME)
                .delete();
        admin.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(NAME)
                .delete();
    }

    @Test
    void letsTheApiServerCallAServerOnceItsAuthorityIsPublished(KubernetesClient admin) throws Exception {
        createNamespace(admin);
        ServingCertificate certificate = new CertificateStore(admin, NAME, "tls", CertificateSettings.DEFAULTS)
                .ensure(List.of("127.0.0.1"), InstantSource.system().instant());
        try (AdmissionEndpoint endpoint = AdmissionEndpoint.serving(certificate);
                KubernetesClient user = withoutRetries(admin)) {
            configure(admin, "MutatingWebhookConfiguration", endpoint.port());
            configure(admin, "ValidatingWebhookConfiguration", endpoint.port());
            await().untilAsserted(
                            () -> assertThatThrownBy(() -> user.resource(PROBE).create())
                                    .hasMessageContaining("certificate signed by unknown authority"));
            assertThat(endpoint.calls()).isZero();

            new CaBundlePublisher(admin).publish(NAME, certificate.caPem());

            await().untilAsserted(() ->
                    assertThatCode(() -> user.resource(PROBE).create()).doesNotThrowAnyException());
            assertThat(endpoint.calls()).isGreaterThanOrEqualTo(2);
        }
    }

    /** Returns a client that shows the first failure; else it tries for half a minute, for the failure is a 500. */
    private static KubernetesClient withoutRetries(KubernetesClient admin) {
        var config = new ConfigBuilder(admin.getConfiguration())
                .withRequestRetryBackoffLimit(0)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private static void createNamespace(KubernetesClient admin) {
        admin.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .endMetadata()
                        .build())
                .create();
    }

    /** Has the API server ask an endpoint about every probe. */
    private static void configure(KubernetesClient admin, String kind, int port) {
        String yaml = """
                apiVersion: admissionregistration.k8s.io/v1
                kind: %s
                metadata:
                  name: trust
                webhooks:
                  - name: trust.mooring.dev
                    failurePolicy: Fail
                    timeoutSeconds: 3
                    sideEffects: None
                    admissionReviewVersions: [v1]
                    clientConfig:
                      url: https://127.0.0.1:%d/
                    namespaceSelector:
                      matchLabels:
                        kubernetes.io/metadata.name: trust
                    objectSelector:
                      matchLabels:
                        probe: "true"
                    rules:
                      - apiGroups: [""]
                        apiVersions: [v1]
                        operations: [CREATE]
                        resources: [configmaps]
                """.formatted(kind, port);
        admin.load(new ByteArrayInputStream(yaml.getBytes(UTF_8))).create();
    }
}
