package dev.mooring.webhook.review;

/** Who sent the request: a person, or an account of a controller, a node or the control plane. */
public record Requester(String name) {
    /** Whether a person waits for the answer. Programs of the cluster retry in their own way. */
    public boolean isPerson() {
        return !name.startsWith("system:");
    }
}
