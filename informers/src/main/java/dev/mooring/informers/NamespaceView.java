package dev.mooring.informers;

import io.fabric8.kubernetes.api.model.Namespace;

/**
 * What is kept of a namespace: which one it is at present.
 *
 * @param name its name
 * @param uid its identity; another namespace of the same name has another
 */
public record NamespaceView(String name, String uid) {
    /** Returns what is kept of {@code namespace}. */
    public static NamespaceView of(Namespace namespace) {
        return new NamespaceView(
                Metadata.repeated(namespace.getMetadata().getName(), "metadata.name"),
                Metadata.repeated(namespace.getMetadata().getUid(), "metadata.uid"));
    }
}
