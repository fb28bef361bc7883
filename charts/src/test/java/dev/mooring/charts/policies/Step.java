package dev.mooring.charts.policies;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Locale;
import java.util.Set;

/**
 * One request of an example.
 *
 * @param by who sends it: {@code tenant}, {@code admin}, {@code controller}, or any other user by name
 * @param body the object, or for a patch what changes of it
 */
record Step(String by, Verb verb, GenericKubernetesResource body) {
    private static final Set<String> WITHOUT_NAMESPACE = Set.of("Namespace", "PersistentVolume");

    /** How the body is sent. */
    enum Verb {
        CREATE,
        /** As a server dry run, always. */
        ASK,
        /** As a JSON merge patch. */
        PATCH,
        /** As a JSON merge patch of the status. */
        STATUS,
        /** As the whole of a namespace that is finalized. */
        FINALIZE,
        DELETE
    }

    /** Reads one document of a file, with its comments {@code # by:} and {@code # verb:}. */
    static Step parse(String document) {
        return new Step(
                Comments.value(document, "by").orElse("tenant"),
                Verb.valueOf(Comments.value(document, "verb").orElse("create").toUpperCase(Locale.ROOT)),
                Serialization.unmarshal(document, GenericKubernetesResource.class));
    }

    /** Puts the object into {@code namespace}, if its kind has one and it does not say which. */
    Step in(String namespace) {
        if (!WITHOUT_NAMESPACE.contains(body.getKind()) && body.getMetadata().getNamespace() == null) {
            body.getMetadata().setNamespace(namespace);
        }
        return this;
    }
}
