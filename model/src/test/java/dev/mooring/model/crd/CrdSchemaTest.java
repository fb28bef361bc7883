package dev.mooring.model.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrdSchemaTest {
    /** An object of Kubernetes itself, of which every field is kept. */
    private static final String POD_TEMPLATE = "spec.template";

    static List<Named<CustomResourceDefinition>> definitions() {
        return SchemaFields.named();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyFieldHasADescription(CustomResourceDefinition definition) {
        assertThat(SchemaFields.of(definition))
                .hasSizeGreaterThan(10)
                .filteredOn(field -> field.schema().getDescription() == null)
                .extracting(SchemaField::path)
                .containsExactly("metadata", "metadata.name");
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void noFieldIsKeptWithoutASchema(CustomResourceDefinition definition) {
        assertThat(SchemaFields.of(definition))
                .filteredOn(field -> !field.path().equals(POD_TEMPLATE))
                .filteredOn(field -> field.schema().getType() == null
                        || field.schema().getXKubernetesPreserveUnknownFields() != null)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyRuleSaysWhatIsWrong(CustomResourceDefinition definition) {
        assertThat(SchemaFields.of(definition))
                .flatExtracting(field -> field.schema().getXKubernetesValidations())
                .isNotEmpty()
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
    void everyKindThatIsStoredHasItsStatusAsASubresource(CustomResourceDefinition definition) {
        boolean stored = !definition.getSpec().getNames().getKind().equals("DataVolumeReview");
        assertThat(definition.getSpec().getVersions())
                .allSatisfy(
                        version -> assertThat(version.getSubresources() != null).isEqualTo(stored));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyShortNameBeginsWithOurInitial(CustomResourceDefinition definition) {
        assertThat(definition.getSpec().getNames().getShortNames())
                .singleElement()
                .asString()
                .startsWith("m");
    }
}
