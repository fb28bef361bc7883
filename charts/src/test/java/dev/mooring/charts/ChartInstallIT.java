package dev.mooring.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Installs the whole chart on a real API server. */
@WithCluster(exclusive = true)
class ChartInstallIT {
    private static final ChartValues VALUES =
            ChartValues.defaults().inNamespace("chart-install").webhookUrl(URI.create("https://127.0.0.1:9443"));

    @BeforeAll
    static void install(KubernetesClient client) {
        ChartInstaller.install(client, VALUES);
    }

    @Test
    void everyObjectIsThere(KubernetesClient client) {
        assertThat(Manifests.of(VALUES).all())
                .allSatisfy(object -> assertThat(client.resource(object).get()).isNotNull());
    }

    @Test
    void theKindsAreServed(KubernetesClient client) {
        assertThatCode(() -> Manifests.of(VALUES)
                        .all(CustomResourceDefinition.class)
                        .forEach(definition -> client.genericKubernetesResources(
                                        CustomResourceDefinitionContext.fromCrd(definition))
                                .inAnyNamespace()
                                .list()))
                .doesNotThrowAnyException();
    }

    @Test
    void installingAgainChangesNothing(KubernetesClient client) {
        ChartInstaller.install(client, VALUES);
        await().until(() -> client.resources(ValidatingAdmissionPolicy.class).list().getItems().stream()
                .allMatch(policy -> Objects.equals(
                        policy.getStatus().getObservedGeneration(),
                        policy.getMetadata().getGeneration())));
        var before = contents(client);

        ChartInstaller.install(client, VALUES);

        assertThat(contents(client)).isEqualTo(before);
    }

    @Test
    void installingAgainLeavesTheAuthoritiesOfTheWebhookAlone(KubernetesClient client) {
        var authority = client.getConfiguration().getCaCertData();
        var patch = """
                [{"op": "add", "path": "/webhooks/0/clientConfig/caBundle", "value": "%s"}]
                """.formatted(authority);
        client.resource(configuration(client)).patch(PatchContext.of(PatchType.JSON), patch);

        ChartInstaller.install(client, VALUES.with("exemptNamespaces", List.of("cni")));

        var webhook = configuration(client).getWebhooks().getFirst();
        assertThat(webhook.getClientConfig().getCaBundle()).isEqualTo(authority);
        assertThat(webhook.getNamespaceSelector()
                        .getMatchExpressions()
                        .getFirst()
                        .getValues())
                .contains("cni");
    }

    /** All but who wrote which field when: Kubernetes writes the policies' status, and then another manager is the last. */
    private static List<HasMetadata> contents(KubernetesClient client) {
        return Manifests.of(VALUES).all().stream()
                .map(object -> client.resource(object).get())
                .peek(object -> object.getMetadata().setManagedFields(List.of()))
                .peek(object -> object.getMetadata().setResourceVersion(null))
                .toList();
    }

    private static MutatingWebhookConfiguration configuration(KubernetesClient client) {
        return client.admissionRegistration()
                .v1()
                .mutatingWebhookConfigurations()
                .withName("mooring")
                .get();
    }
}
