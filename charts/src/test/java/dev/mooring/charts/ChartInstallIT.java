package dev.mooring.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.URI;
import java.util.List;
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
        var before = versions(client);

        ChartInstaller.install(client, VALUES);

        assertThat(versions(client)).isEqualTo(before);
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

    private static List<String> versions(KubernetesClient client) {
        return Manifests.of(VALUES).all().stream()
                .map(object -> client.resource(object).get().getMetadata().getResourceVersion())
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
