package dev.mooring.controller.index;

import dev.mooring.model.Annotations;
import dev.mooring.model.Labels;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What matters in a namespace to whoever wants it.
 *
 * @param uid which of all namespaces that ever had the name
 * @param ending whether it is being deleted
 * @param labels those of its labels that say whose it is
 * @param adopt who may take it, as its administrator says
 */
public record NamespaceState(
        String uid,
        boolean ending,
        Map<String, String> labels,
        @Nullable String adopt) {
    /** The labels that say whose a namespace is. */
    public static final Set<String> OWNERSHIP = Set.of(Labels.SCOPE, Labels.DEPARTMENT, Labels.PROJECT, Labels.HOLDER);

    public NamespaceState {
        labels = Map.copyOf(labels);
    }

    /** Returns what matters in {@code namespace}. */
    public static NamespaceState of(Namespace namespace) {
        var metadata = namespace.getMetadata();
        var labels = new HashMap<>(metadata.getLabels());
        labels.keySet().retainAll(OWNERSHIP);
        return new NamespaceState(
                metadata.getUid(),
                namespace.isMarkedForDeletion(),
                labels,
                metadata.getAnnotations().get(Annotations.ADOPT));
    }

    /** Returns the UID of the department or project that it was given to, if it is anybody's. */
    public @Nullable String holder() {
        return labels.get(Labels.HOLDER);
    }

    /** Returns the patch after which a namespace carries {@code wanted} and no other {@link #OWNERSHIP} label. */
    public static Map<String, @Nullable String> exactly(Map<String, String> wanted) {
        var patch = new HashMap<String, @Nullable String>();
        OWNERSHIP.forEach(key -> patch.put(key, wanted.get(key)));
        return patch;
    }
}
