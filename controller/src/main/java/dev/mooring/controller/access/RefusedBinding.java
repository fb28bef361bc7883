package dev.mooring.controller.access;

import io.fabric8.kubernetes.client.KubernetesClientException;

/**
 * A RoleBinding or Role that an access rule asks for and that the API server would not have.
 *
 * @param kind {@code RoleBinding} or {@code Role}
 * @param namespace where
 * @param name its name
 * @param reason what the API server said
 */
record RefusedBinding(String kind, String namespace, String name, String reason) {
    /** Returns what {@code refusal} says of {@code action}. */
    static RefusedBinding of(AccessAction action, String namespace, KubernetesClientException refusal) {
        return new RefusedBinding(
                action.kind(), namespace, action.name(), refusal.getStatus().getMessage());
    }
}
