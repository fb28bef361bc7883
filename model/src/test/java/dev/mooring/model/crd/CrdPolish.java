package dev.mooring.model.crd;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mooring.model.AccessSubject;
import dev.mooring.model.ConsumingProject;
import dev.mooring.model.DataVolumeReview;
import dev.mooring.model.DataVolumeUser;
import dev.mooring.model.UsableDataVolume;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes into a definition what the generator cannot: descriptions of whole objects and of a list's items, required and defaulted specs, keys
 * of list maps, the schema of a condition, formats, and printer columns in the order in which they are declared.
 */
final class CrdPolish implements CRDPostProcessor {
    private static final Map<String, String> OUR_LABELS = Map.of("app.kubernetes.io/part-of", "mooring");

    /** Uninstalling the chart must not delete the objects of every team. */
    private static final Map<String, String> KEPT = Map.of("helm.sh/resource-policy", "keep");

    /** How long a name may be in Kubernetes. */
    private static final int LONGEST_NAME = 253;

    private final List<Class<? extends CustomResource<?, ?>>> kinds;

    CrdPolish(List<Class<? extends CustomResource<?, ?>>> kinds) {
        this.kinds = kinds;
    }

    /** Returns the definition itself, completed. */
    @Override
    public HasMetadata process(HasMetadata generated, String version) {
        var crd = (CustomResourceDefinition) generated;
        var kind = kindOf(crd);
        crd.getMetadata().setLabels(OUR_LABELS);
        crd.getMetadata().setAnnotations(KEPT);
        var only = crd.getSpec().getVersions().getFirst();
        var schema = only.getSchema().getOpenAPIV3Schema();
        if (kind == DataVolumeReview.class) {
            only.setSubresources(null);
        }
        only.setAdditionalPrinterColumns(ordered(only.getAdditionalPrinterColumns(), kind));
        root(schema, kind);
        everywhere(schema);
        return crd;
    }

    private Class<?> kindOf(CustomResourceDefinition crd) {
        var name = crd.getSpec().getNames().getKind();
        return kinds.stream()
                .filter(kind -> HasMetadata.getKind(kind).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<CustomResourceColumnDefinition> ordered(
            List<CustomResourceColumnDefinition> columns, Class<?> kind) {
        var declared = Arrays.stream(kind.getAnnotationsByType(AdditionalPrinterColumn.class))
                .map(AdditionalPrinterColumn::name)
                .toList();
        var sorted = new ArrayList<>(columns);
        sorted.sort(Comparator.comparingInt(column -> declared.indexOf(column.getName())));
        return sorted;
    }

    private static void root(JSONSchemaProps root, Class<?> kind) {
        var spec = Objects.requireNonNull(root.getProperties().get("spec"));
        var status = Objects.requireNonNull(root.getProperties().get("status"));
        var types = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
        root.setDescription(description(kind));
        spec.setDescription(description(types[0]));
        status.setDescription(description(types[1]));
        requireOrDefault(root, spec);

        var properties = new LinkedHashMap<String, JSONSchemaProps>();
        properties.put("metadata", metadata());
        properties.put("spec", spec);
        properties.put("status", status);
        root.setProperties(properties);
    }

    /** A spec without required fields may be left out; as a default it is there for the rules that read it. */
    private static void requireOrDefault(JSONSchemaProps root, JSONSchemaProps spec) {
        if (spec.getRequired().isEmpty()) {
            spec.setDefault(JsonNodeFactory.instance.objectNode());
        } else {
            root.setRequired(List.of("spec"));
        }
    }

    private static void everywhere(JSONSchemaProps schema) {
        // The generator finds a rule of a record component at its field and at its accessor.
        schema.setXKubernetesValidations(new ArrayList<>(new LinkedHashSet<>(schema.getXKubernetesValidations())));
        schema.getProperties().forEach((name, property) -> {
            switch (name) {
                case "conditions" -> conditions(property);
                case "consumingProjects" -> items(property, ConsumingProject.class);
                case "usable" -> items(property, UsableDataVolume.class);
                case "users" -> items(property, DataVolumeUser.class);
                case "template" -> whole(property);
                case "accessModes" -> property.setXKubernetesListType("set");
                case "expiresAt", "readableUntil", "writableUntil" -> property.setFormat("date-time");
                case "subjects" -> items(property, AccessSubject.class);
                default -> everywhere(property);
            }
        });
    }

    private static void items(JSONSchemaProps list, Class<?> item) {
        var schema = list.getItems().getSchema();
        schema.setDescription(description(item));
        everywhere(schema);
    }

    /** An object of Kubernetes itself is kept as it is written; its schema is as long as all of ours. */
    private static void whole(JSONSchemaProps object) {
        object.setAdditionalProperties(null);
        object.setXKubernetesPreserveUnknownFields(true);
    }

    private static void conditions(JSONSchemaProps list) {
        list.setXKubernetesListType("map");
        list.setXKubernetesListMapKeys(List.of("type"));
        list.getItems().setSchema(ConditionSchema.read());
    }

    private static String description(Type type) {
        return ((Class<?>) type).getAnnotation(JsonClassDescription.class).value();
    }

    /** The API server describes metadata itself and lets nothing be said but this, which bounds the cost of rules. */
    private static JSONSchemaProps metadata() {
        var name = new JSONSchemaProps();
        name.setType("string");
        name.setMaxLength((long) LONGEST_NAME);
        var metadata = new JSONSchemaProps();
        metadata.setType("object");
        metadata.setProperties(Map.of("name", name));
        return metadata;
    }
}
