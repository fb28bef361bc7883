package dev.mooring.controller.object;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** What names one namespaced object of a kind that is known. */
public record ObjectKey(String namespace, String name) {
    /** Returns the key of {@code object}. */
    public static ObjectKey of(HasMetadata object) {
        return new ObjectKey(
                object.getMetadata().getNamespace(), object.getMetadata().getName());
    }

    /** Returns the key that {@code namespace/name} spells. */
    public static ObjectKey parse(String key) {
        int slash = key.indexOf('/');
        return new ObjectKey(key.substring(0, slash), key.substring(slash + 1));
    }

    /** Returns {@code namespace/name}. */
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
