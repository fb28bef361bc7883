package dev.mooring.informers;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;

/**
 * What is kept of a mirror claim.
 *
 * @param namespace the consuming project
 * @param name its reserved name, such as {@code dv.vision.imagenet}
 * @param uid its identity
 * @param deleting whether it is being deleted and so must not be mounted by new pods
 */
public record MirrorClaimView(String namespace, String name, String uid, boolean deleting) {
    /** Returns what is kept of {@code claim}. */
    public static MirrorClaimView of(PersistentVolumeClaim claim) {
        return new MirrorClaimView(
                Metadata.namespace(claim), Metadata.name(claim), Metadata.uid(claim), Metadata.isDeleting(claim));
    }
}
