package dev.mooring.model.crd;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The schema of a standard condition, as {@code metav1.Condition} has it. */
final class ConditionSchema {
    private ConditionSchema() {}

    static JSONSchemaProps read() {
        try (var yaml = ConditionSchema.class.getResourceAsStream("condition-schema.yaml")) {
            return Serialization.unmarshal(Objects.requireNonNull(yaml), JSONSchemaProps.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
