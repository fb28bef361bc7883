package dev.mooring.model.crd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks a real kubectl what the kinds are. */
@WithCluster
class KubectlExplainIT {
    @BeforeAll
    static void installDefinitions(KubernetesClient client) {
        ChartInstaller.installDefinitions(client);
    }

    static List<Named<CustomResourceDefinition>> definitions() {
        return SchemaFields.named();
    }

    @Test
    void explainsTheSpecOfADataVolume(TestCluster cluster) throws Exception {
        assertThat(kubectl(cluster, "explain", "datavolumes.mooring.dev.spec"))
                .contains(
                        "GROUP:      mooring.dev",
                        "KIND:       DataVolume",
                        "FIELD: spec <Object>",
                        "claimName\t<string> -required-",
                        "The PersistentVolumeClaim in the same namespace that holds the data.");
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void explainsEveryFieldInOurWords(CustomResourceDefinition definition, TestCluster cluster) throws Exception {
        for (var field : objects(definition)) {
            var explained = unwrapped(kubectl(cluster, "explain", dotted(definition, field)));

            assertThat(explained).contains(field.schema().getDescription());
            assertThat(described(field.schema()))
                    .allSatisfy(
                            (name, property) -> assertThat(explained).contains(name + " <", property.getDescription()));
        }
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void findsEveryKindByItsShortNameAndCategory(CustomResourceDefinition definition, TestCluster cluster)
            throws Exception {
        var names = definition.getSpec().getNames();
        assertThat(kubectl(cluster, "api-resources", "--categories=mooring", "--no-headers"))
                .containsPattern(
                        names.getPlural() + " +" + names.getShortNames().getFirst() + " +mooring.dev/v1alpha1 +true");
    }

    private static String kubectl(TestCluster cluster, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                cluster.kubectl().toString(),
                "--kubeconfig",
                cluster.admin().file().toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static List<SchemaField> objects(CustomResourceDefinition definition) {
        return SchemaFields.of(definition).stream()
                .filter(field -> !field.path().equals("metadata"))
                .filter(field -> !field.schema().getProperties().isEmpty())
                .toList();
    }

    /** Returns the fields of {@code object} but for its metadata, which the API server describes. */
    private static Map<String, JSONSchemaProps> described(JSONSchemaProps object) {
        var properties = new TreeMap<>(object.getProperties());
        properties.remove("metadata");
        return properties;
    }

    private static String dotted(CustomResourceDefinition definition, SchemaField field) {
        var name = definition.getMetadata().getName();
        return field.path().isEmpty() ? name : name + "." + field.path().replace("[]", "");
    }

    /** kubectl breaks descriptions into lines. */
    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
