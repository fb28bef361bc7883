package dev.mooring.controller.index;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;

/**
 * What is kept of a claim that is no mirror.
 *
 * @param namespace its namespace
 * @param name its name
 * @param uid its identity
 * @param bound whether it has its volume
 * @param deleting whether it is being deleted
 */
public record ClaimView(String namespace, String name, String uid, boolean bound, boolean deleting) {
    /** Returns what is kept of {@code claim}. */
    public static ClaimView of(PersistentVolumeClaim claim) {
        return new ClaimView(
                claim.getMetadata().getNamespace(),
                claim.getMetadata().getName(),
                claim.getMetadata().getUid(),
                claim.getStatus() != null && "Bound".equals(claim.getStatus().getPhase()),
                claim.isMarkedForDeletion());
    }
}
