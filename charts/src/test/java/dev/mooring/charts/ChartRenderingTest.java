package dev.mooring.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChartRenderingTest {
    private static final Manifests DEFAULTS = Manifests.of(ChartValues.defaults());

    @Test
    void lintsWithoutAWarning() {
        assertThat(ChartRenderer.lint().getMessages())
                .allSatisfy(message -> assertThat(message).startsWith("[INFO]"));
    }

    @Test
    void rendersEveryObjectOnce() {
        assertThat(DEFAULTS.all().stream().collect(Collectors.groupingBy(HasMetadata::getKind, Collectors.counting())))
                .isEqualTo(Map.ofEntries(
                        Map.entry("CustomResourceDefinition", 6L),
                        Map.entry("Namespace", 1L),
                        Map.entry("ServiceAccount", 2L),
                        Map.entry("ClusterRole", 32L),
                        Map.entry("ClusterRoleBinding", 2L),
                        Map.entry("Role", 1L),
                        Map.entry("RoleBinding", 1L),
                        Map.entry("Service", 1L),
                        Map.entry("MutatingWebhookConfiguration", 1L),
                        Map.entry("ValidatingWebhookConfiguration", 1L),
                        Map.entry("ValidatingAdmissionPolicy", 26L),
                        Map.entry("ValidatingAdmissionPolicyBinding", 26L)));
    }

    @Test
    void everyObjectSaysThatItIsPartOfMooring() {
        assertThat(DEFAULTS.all())
                .allSatisfy(object -> assertThat(object.getMetadata().getLabels())
                        .containsEntry("app.kubernetes.io/part-of", "mooring"));
    }

    @Test
    void hardCodesNoNamespace() {
        var elsewhere = ChartValues.defaults().inNamespace("elsewhere").with("clusterScope.namespace", "top");

        assertThat(ChartRenderer.render(elsewhere)).doesNotContain("mooring-system", "mooring-cluster");
        assertThat(Manifests.of(elsewhere).all())
                .filteredOn(Namespaced.class::isInstance)
                .extracting(object -> object.getMetadata().getNamespace())
                .containsOnly("elsewhere");
    }

    @Test
    void uninstallingKeepsTheDefinitionsAndTheClusterScope() {
        assertThat(DEFAULTS.all())
                .filteredOn(object -> object instanceof CustomResourceDefinition || object instanceof Namespace)
                .hasSize(7)
                .allSatisfy(object -> assertThat(object.getMetadata().getAnnotations())
                        .containsEntry("helm.sh/resource-policy", "keep"));
    }

    @Test
    void leavesTheDefinitionsToOthersIfToldTo() {
        assertThat(Manifests.of(ChartValues.defaults().with("crds.install", false))
                        .all(CustomResourceDefinition.class))
                .isEmpty();
    }

    @Test
    void labelsTheNamespaceOfTheClusterScope() {
        var values = ChartValues.defaults().with("clusterScope.namespace", "top");

        assertThat(Manifests.of(values)
                        .only(Namespace.class, "top")
                        .getMetadata()
                        .getLabels())
                .containsEntry("mooring.dev/scope", "cluster");
    }

    @Test
    void callsTheServiceWithinTheCluster() {
        assertThat(DEFAULTS.clients())
                .allSatisfy(client -> assertThat(client.getService().getName()).isEqualTo("mooring-webhook"))
                .extracting(WebhookClientConfig::getUrl)
                .containsOnlyNulls();
    }

    @Test
    void callsTheUrlOutsideTheClusterAndRendersNoService() {
        var manifests = Manifests.of(ChartValues.defaults().webhookUrl(URI.create("https://127.0.0.1:9443")));

        assertThat(manifests.all(Service.class)).isEmpty();
        assertThat(manifests.clients())
                .extracting(WebhookClientConfig::getUrl)
                .containsExactlyInAnyOrder(
                        "https://127.0.0.1:9443/mutate",
                        "https://127.0.0.1:9443/mutate",
                        "https://127.0.0.1:9443/mutate",
                        "https://127.0.0.1:9443/validate",
                        "https://127.0.0.1:9443/validate",
                        "https://127.0.0.1:9443/validate",
                        "https://127.0.0.1:9443/validate",
                        "https://127.0.0.1:9443/validate",
                        "https://127.0.0.1:9443/validate");
    }

    @Test
    void leavesTheAuthoritiesToTheWebhook() {
        assertThat(DEFAULTS.clients())
                .extracting(WebhookClientConfig::getCaBundle)
                .containsOnlyNulls();
    }

    @Test
    void writesTheAuthoritiesThatItIsGiven() {
        assertThat(Manifests.of(ChartValues.defaults().with("webhook.caBundle", "UEVN"))
                        .clients())
                .extracting(WebhookClientConfig::getCaBundle)
                .containsOnly("UEVN");
    }

    @Test
    void neverLooksAtSystemNamespacesItsOwnAndTheExemptOnes() {
        var manifests = Manifests.of(
                ChartValues.defaults().inNamespace("ours").with("exemptNamespaces", List.of("cni", "ours")));

        assertThat(manifests.selectors()).hasSize(9).allSatisfy(selector -> {
            var expression = selector.getMatchExpressions().getFirst();
            assertThat(expression.getKey()).isEqualTo("kubernetes.io/metadata.name");
            assertThat(expression.getOperator()).isEqualTo("NotIn");
            assertThat(expression.getValues())
                    .containsExactly("kube-system", "kube-public", "kube-node-lease", "ours", "cni");
        });
    }
}
