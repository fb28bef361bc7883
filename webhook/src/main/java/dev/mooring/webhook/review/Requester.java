package dev.mooring.webhook.review;

import java.util.Set;

/**
 * Who sent the request: a person, or an account of a controller, a node or the control plane.
 *
 * @param name the name by which the API server knows the sender
 * @param groups the groups that the API server knows the sender to be in; none of an account in {@code kube-system}
 */
public record Requester(String name, Set<String> groups) {
    public Requester {
        groups = Set.copyOf(groups);
    }

    /** Whether a person waits for the answer. Programs of the cluster retry in their own way. */
    public boolean isPerson() {
        return !name.startsWith("system:");
    }
}
