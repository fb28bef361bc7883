package dev.mooring.model.crd;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Named;

/** Walks the schemas of the generated definitions. */
final class SchemaFields {
    private SchemaFields() {}

    static List<CustomResourceDefinition> definitions() {
        return CrdGeneration.files().values().stream()
                .map(yaml -> Serialization.unmarshal(yaml, CustomResourceDefinition.class))
                .toList();
    }

    /** Returns the same, for tests that run once for each. */
    static List<Named<CustomResourceDefinition>> named() {
        return definitions().stream()
                .map(definition -> Named.of(definition.getMetadata().getName(), definition))
                .toList();
    }

    static List<SchemaField> of(CustomResourceDefinition definition) {
        var version = definition.getSpec().getVersions().getFirst();
        return new SchemaField("", version.getSchema().getOpenAPIV3Schema())
                .withAllBelow()
                .toList();
    }

    static List<SchemaField> ofAllKinds() {
        return definitions().stream()
                .flatMap(definition -> of(definition).stream())
                .toList();
    }
}
