package dev.mooring.charts;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Applies the rendered chart to a cluster, as {@code helm install} or {@code helm upgrade} would: definitions first, until
 * they are served, then the namespaces, then the rest. May be called again with other values; removes nothing.
 */
public final class ChartInstaller {
    private static final Duration SERVED_WITHIN = Duration.ofSeconds(30);
    private static final String FIELD_MANAGER = "helm";

    private ChartInstaller() {}

    /** Installs everything. Needs a client that may do everything. */
    public static void install(KubernetesClient client, ChartValues values) {
        var items = items(client, values);
        installDefinitions(client, items);
        apply(
                client,
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(values.namespace())
                        .endMetadata()
                        .build());
        select(items, Namespace.class::isInstance).forEach(item -> apply(client, item));
        select(items, item -> !(item instanceof Namespace) && !isDefinition(item))
                .forEach(item -> apply(client, item));
    }

    /** Installs the definitions only, for tests that need nothing else. */
    public static void installDefinitions(KubernetesClient client) {
        installDefinitions(client, items(client, ChartValues.defaults()));
    }

    private static void installDefinitions(KubernetesClient client, List<HasMetadata> items) {
        var definitions = select(items, ChartInstaller::isDefinition);
        definitions.forEach(item -> apply(client, item));
        definitions.forEach(item -> client.resource((CustomResourceDefinition) item)
                .waitUntilCondition(ChartInstaller::isServed, SERVED_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static List<HasMetadata> items(KubernetesClient client, ChartValues values) {
        var yaml = ChartRenderer.render(values).getBytes(StandardCharsets.UTF_8);
        return client.load(new ByteArrayInputStream(yaml)).items();
    }

    private static List<HasMetadata> select(List<HasMetadata> items, Predicate<HasMetadata> which) {
        return items.stream().filter(which).toList();
    }

    private static void apply(KubernetesClient client, HasMetadata item) {
        client.resource(item).fieldManager(FIELD_MANAGER).forceConflicts().serverSideApply();
    }

    private static boolean isDefinition(HasMetadata item) {
        return item instanceof CustomResourceDefinition;
    }

    private static boolean isServed(CustomResourceDefinition definition) {
        return definition != null
                && definition.getStatus() != null
                && definition.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Established".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }
}
