package dev.mooring.controller.object;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes a few fields of an object by JSON merge patch, and only if the object is still in the version that was read: else
 * the API server answers with a conflict.
 */
public final class Patches {
    private static final PatchContext MERGE = new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager(FieldManager.NAME)
            .build();

    private final KubernetesClient client;

    /** Makes patches through {@code client}. */
    public Patches(KubernetesClient client) {
        this.client = client;
    }

    /** Adds our finalizer to {@code object}. */
    public void addFinalizer(HasMetadata object) {
        var finalizers = new ArrayList<>(object.getMetadata().getFinalizers());
        finalizers.add(Finalizer.NAME);
        patch(object, Map.of("finalizers", finalizers), Map.of());
    }

    /** Takes our finalizer off {@code object}, and leaves the others. */
    public void removeFinalizer(HasMetadata object) {
        List<String> finalizers = new ArrayList<>(object.getMetadata().getFinalizers());
        finalizers.remove(Finalizer.NAME);
        patch(object, Map.of("finalizers", finalizers), Map.of());
    }

    /** Sets labels of {@code object}; those that are null are taken off. */
    public void label(HasMetadata object, Map<String, @Nullable String> labels) {
        patch(object, Map.of("labels", labels), Map.of());
    }

    /** Sets annotations of {@code object}, null to take one off, together with fields of its spec. */
    public void annotate(HasMetadata object, Map<String, @Nullable String> annotations, Map<String, String> spec) {
        patch(object, Map.of("annotations", annotations), Map.of("spec", spec));
    }

    /** Sets annotations of {@code object}, null to take one off. */
    public void annotate(HasMetadata object, Map<String, @Nullable String> annotations) {
        patch(object, Map.of("annotations", annotations), Map.of());
    }

    /** Sets one annotation of {@code object}, null to take it off. */
    public void annotate(HasMetadata object, String annotation, @Nullable String value) {
        annotate(object, Collections.singletonMap(annotation, value));
    }

    /** Sets one field of {@code object}, whole, that is neither metadata nor status. */
    public void set(HasMetadata object, String field, Object value) {
        patch(object, Map.of(), Map.of(field, value));
    }

    private void patch(HasMetadata object, Map<String, ?> metadata, Map<String, ?> other) {
        var patched = new LinkedHashMap<String, Object>(metadata);
        if (object.getMetadata().getUid() != null) {
            patched.put("uid", object.getMetadata().getUid());
        }
        patched.put("resourceVersion", object.getMetadata().getResourceVersion());
        var patch = new LinkedHashMap<String, Object>(other);
        patch.put("metadata", patched);
        client.resource(object).patch(MERGE, client.getKubernetesSerialization().asJson(patch));
    }
}
