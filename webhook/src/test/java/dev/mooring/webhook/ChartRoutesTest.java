package dev.mooring.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.charts.ChartRenderer;
import dev.mooring.charts.ChartValues;
import dev.mooring.webhook.review.Operation;
import dev.mooring.webhook.review.ResourceName;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.RuleWithOperations;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.ByteArrayInputStream;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartRoutesTest {
    private static final List<HasMetadata> CHART = manifests();
    private static final FakeCluster CLUSTER = new FakeCluster();

    @Test
    void judgesAtMutationExactlyWhatTheChartSends() {
        assertThat(Routes.mutating(CLUSTER, Submitters.CONTROLLERS, InstantSource.system())
                        .keySet())
                .isEqualTo(routes(CHART.stream()
                        .filter(MutatingWebhookConfiguration.class::isInstance)
                        .flatMap(found -> ((MutatingWebhookConfiguration) found).getWebhooks().stream())
                        .map(MutatingWebhook::getRules)));
    }

    @Test
    void judgesAtValidationExactlyWhatTheChartSends() {
        assertThat(Routes.validating(CLUSTER, Submitters.CONTROLLERS, InstantSource.system())
                        .keySet())
                .isEqualTo(routes(CHART.stream()
                        .filter(ValidatingWebhookConfiguration.class::isInstance)
                        .flatMap(found -> ((ValidatingWebhookConfiguration) found).getWebhooks().stream())
                        .map(ValidatingWebhook::getRules)));
    }

    private static Set<Route> routes(Stream<List<RuleWithOperations>> rules) {
        return rules.flatMap(Collection::stream)
                .flatMap(ChartRoutesTest::routes)
                .collect(Collectors.toSet());
    }

    private static Stream<Route> routes(RuleWithOperations rule) {
        return rule.getApiGroups().stream()
                .flatMap(group -> rule.getApiVersions().stream()
                        .flatMap(version ->
                                rule.getResources().stream().map(resource -> resource(group, version, resource))))
                .flatMap(resource -> rule.getOperations().stream()
                        .map(operation -> new Route(resource, Operation.valueOf(operation))));
    }

    private static ResourceName resource(String group, String version, String resource) {
        int slash = resource.indexOf('/');
        return slash < 0
                ? new ResourceName(group, version, resource)
                : new ResourceName(group, version, resource.substring(0, slash), resource.substring(slash + 1));
    }

    private static List<HasMetadata> manifests() {
        String yaml = ChartRenderer.render(ChartValues.defaults());
        List<HasMetadata> found =
                new KubernetesSerialization().unmarshal(new ByteArrayInputStream(yaml.getBytes(UTF_8)));
        return found;
    }
}
