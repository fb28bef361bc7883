package dev.mooring.model.crd;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.List;
import java.util.stream.Stream;

/** One field of a kind, by its path, such as {@code spec.scope.uid}; the path of the object itself is empty. */
record SchemaField(String path, JSONSchemaProps schema) {
    /** Returns this field and all below it. */
    Stream<SchemaField> withAllBelow() {
        var properties = schema.getProperties().entrySet().stream()
                .map(property -> new SchemaField(child(property.getKey()), property.getValue()));
        var items = Stream.ofNullable(schema.getItems())
                .map(list -> new SchemaField(path + "[]", list.getSchema()))
                .filter(item -> "object".equals(item.schema().getType()));
        return Stream.concat(Stream.of(this), Stream.concat(properties, items).flatMap(SchemaField::withAllBelow));
    }

    /** Returns what the API server's answer contains for each rule of this field that an object may break. */
    List<String> refusals() {
        return Stream.of(
                        schema.getRequired().stream().map(name -> child(name) + ": Required value"),
                        one(!schema.getEnum().isEmpty(), ": Unsupported value"),
                        one(schema.getPattern() != null, " in body should match"),
                        one(schema.getFormat() != null, " in body must be of type " + schema.getFormat()),
                        one(schema.getMinLength() != null, " in body should be at least"),
                        one(schema.getMaxLength() != null, ": Too long"),
                        one(schema.getMinItems() != null, " in body should have at least"),
                        one(schema.getMaxItems() != null, ": Too many"),
                        schema.getXKubernetesValidations().stream().map(ValidationRule::getMessage))
                .flatMap(refusal -> refusal)
                .toList();
    }

    private Stream<String> one(boolean holds, String refusal) {
        return holds ? Stream.of(path + refusal) : Stream.empty();
    }

    private String child(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    @Override
    public String toString() {
        return path;
    }
}
