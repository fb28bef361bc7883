package dev.mooring.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesSchemaTest {
    private static final Path CHART = Path.of("mooring");

    static List<Arguments> wrongValues() {
        return List.of(
                Arguments.of("roles.additional", "annotator", "got string, want array"),
                Arguments.of("roles.additional", List.of("Annotator"), "/roles/additional/0"),
                Arguments.of("roles.additional", List.of("cluster-admin"), "/roles/additional/0"),
                Arguments.of("roles.additional", List.of("annotator-above"), "/roles/additional/0"),
                Arguments.of("roles.additional", List.of("system:node"), "/roles/additional/0"),
                Arguments.of("mirrors.grace", "1d", "/mirrors/grace"),
                Arguments.of("revocation.deadline", "five minutes", "/revocation/deadline"),
                Arguments.of("drivers.nodeLocal", "yes", "got string, want boolean"),
                Arguments.of("drivers.cephfs.nodeSecret", "key", "/drivers/cephfs/nodeSecret"),
                Arguments.of("drivers.additional", Map.of("files.example.com", "copy"), "/drivers/additional"),
                Arguments.of(
                        "drivers.additional",
                        Map.of("files/example", "same-handle"),
                        "invalid propertyName 'files/example'"),
                Arguments.of("webhook.url", "http://127.0.0.1:9443", "/webhook/url"),
                Arguments.of("webhook.url", "https://127.0.0.1:9443/path", "/webhook/url"),
                Arguments.of("webhook.url", "https://somebody@127.0.0.1", "/webhook/url"),
                Arguments.of("webhook.url", 9443, "got number, want string"),
                Arguments.of("webhook.caBundle", "-----BEGIN CERTIFICATE-----", "/webhook/caBundle"),
                Arguments.of("webhook.adress", "", "additional properties 'adress' not allowed"),
                Arguments.of("webhok", "", "additional properties 'webhok' not allowed"),
                Arguments.of("crds.install", "yes", "got string, want boolean"),
                Arguments.of("clusterScope.namespace", "", "/clusterScope/namespace"),
                Arguments.of("clusterScope.namespace", "Cluster", "/clusterScope/namespace"),
                Arguments.of("clusterScope.namespace", "default", "/clusterScope/namespace"),
                Arguments.of("clusterScope.namespace", "kube-system", "/clusterScope/namespace"),
                Arguments.of("clusterScope.namespace", "mooring-system", "is the release's own namespace"),
                Arguments.of("inlineVolumes.inPods", "allow", "/inlineVolumes/inPods"),
                Arguments.of("policies.install", "yes", "got string, want boolean"),
                Arguments.of("policies.collectors", List.of(), "/policies/collectors"),
                Arguments.of("policies.collectors", List.of("ana"), "/policies/collectors/0"),
                Arguments.of("policies.nodeAccess", "deny", "/policies/nodeAccess"),
                Arguments.of("policies.kubeletDirectory", "var/lib/kubelet", "/policies/kubeletDirectory"),
                Arguments.of("policies.kubeletDirectory", "/", "/policies/kubeletDirectory"),
                Arguments.of("policies.kubeletDirectory", "/var/../lib", "/policies/kubeletDirectory"),
                Arguments.of("exemptNamespaces", "cni", "got string, want array"),
                Arguments.of("exemptNamespaces", List.of("cni", "cni"), "/exemptNamespaces"),
                Arguments.of("exemptNamespaces", List.of("*"), "/exemptNamespaces/0"));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void refusesAWrongValueAndNamesIt(String path, Object value, String message) {
        assertThatThrownBy(() -> ChartRenderer.render(ChartValues.defaults().with(path, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void describesEveryValueAndNoOther() throws IOException {
        var values = new YAMLMapper().readTree(CHART.resolve("values.yaml").toFile());
        var schema =
                new ObjectMapper().readTree(CHART.resolve("values.schema.json").toFile());

        var described = new TreeSet<String>();
        described(schema, "", described);
        var given = new TreeSet<String>();
        given(values, "", given);
        described.remove("global");
        assertThat(described).isEqualTo(given);
    }

    @Test
    void everyValueHasACommentAboveIt() throws IOException {
        var lines = Files.readAllLines(CHART.resolve("values.yaml"));
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).matches("\\s*\\w+: .+")) {
                assertThat(lines.get(i - 1)).as(lines.get(i)).matches("\\s*# .*");
            }
        }
    }

    private static void described(JsonNode schema, String path, Set<String> into) {
        schema.path("properties").properties().forEach(property -> {
            var below = path + property.getKey();
            if (property.getValue().has("properties")) {
                described(property.getValue(), below + ".", into);
            } else {
                into.add(below);
            }
        });
    }

    private static void given(JsonNode values, String path, Set<String> into) {
        values.properties().forEach(value -> {
            var below = path + value.getKey();
            if (value.getValue().isObject() && !value.getValue().isEmpty()) {
                given(value.getValue(), below + ".", into);
            } else {
                into.add(below);
            }
        });
    }
}
