package dev.mooring.controller.backend;

import io.fabric8.kubernetes.api.model.SecretReference;

/** Names a Secret that kubelet hands to a driver when it mounts. */
public record NodeSecret(String namespace, String name) {
    SecretReference reference() {
        return new SecretReference(name, namespace);
    }

    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
