package dev.mooring.model.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrdSchemaTest {
    static Stream<CustomResourceDefinition> definitions() {
        return CrdGeneration.files().values().stream()
                .map(yaml -> Serialization.unmarshal(yaml, CustomResourceDefinition.class));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyFieldHasADescription(CustomResourceDefinition definition) {
        assertThat(fields(definition))
                .allSatisfy(field -> assertThat(field.schema().getDescription())
                        .as(field.path())
                        .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void noFieldIsKeptWithoutASchema(CustomResourceDefinition definition) {
        assertThat(fields(definition)).allSatisfy(field -> {
            assertThat(field.schema().getXKubernetesPreserveUnknownFields())
                    .as(field.path())
                    .isNull();
            assertThat(field.schema().getType()).as(field.path()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyRuleSaysWhatIsWrong(CustomResourceDefinition definition) {
        assertThat(fields(definition))
                .flatExtracting(field -> field.schema().getXKubernetesValidations())
                .allSatisfy(rule -> assertThat(rule.getMessage()).isNotBlank())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyKindIsFoundByTheCategoryMooringAndNotByAll(CustomResourceDefinition definition) {
        assertThat(definition.getSpec().getNames().getCategories()).containsExactly("mooring");
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyKindHasItsStatusAsASubresource(CustomResourceDefinition definition) {
        assertThat(definition.getSpec().getVersions())
                .allSatisfy(version ->
                        assertThat(version.getSubresources().getStatus()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyShortNameIsOurs(CustomResourceDefinition definition) {
        assertThat(definition.getSpec().getNames().getShortNames())
                .hasSize(1)
                .allSatisfy(name -> assertThat(name).startsWith("m"));
    }

    private record Field(String path, JSONSchemaProps schema) {}

    private static List<Field> fields(CustomResourceDefinition definition) {
        var version = definition.getSpec().getVersions().getFirst();
        var root = new Field(
                definition.getMetadata().getName(), version.getSchema().getOpenAPIV3Schema());
        return below(root).toList();
    }

    private static Stream<Field> below(Field field) {
        var properties = field.schema().getProperties().entrySet().stream()
                .map(property -> new Field(field.path() + "." + property.getKey(), property.getValue()));
        var items = Stream.ofNullable(field.schema().getItems())
                .filter(list -> list.getSchema().getProperties() != null)
                .filter(list -> "object".equals(list.getSchema().getType()))
                .map(list -> new Field(field.path() + "[]", list.getSchema()));
        return Stream.concat(Stream.of(field), Stream.concat(properties, items).flatMap(CrdSchemaTest::below));
    }
}
