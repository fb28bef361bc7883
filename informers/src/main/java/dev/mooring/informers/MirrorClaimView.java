package dev.mooring.informers;

import dev.mooring.decision.EndingMirror;
import dev.mooring.model.Annotations;
import dev.mooring.model.Labels;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a mirror claim.
 *
 * @param namespace the consuming project
 * @param name its reserved name, such as {@code dv.vision.imagenet}
 * @param uid its identity
 * @param dataVolumeUid which of all data volumes that ever had its name it is a mirror of; null if it does not say so
 * @param evicts whether its consumers are evicted once no share covers it
 * @param revoked what is noted of its revocation, or null if nothing is
 * @param ending who keeps it, if it is being deleted and so must not be mounted by new pods; else null
 */
public record MirrorClaimView(
        String namespace,
        String name,
        String uid,
        @Nullable String dataVolumeUid,
        boolean evicts,
        @Nullable Revoked revoked,
        @Nullable EndingMirror ending) {
    /**
     * The end of its last grant.
     *
     * @param at when
     * @param told whether everybody has been told, and every consumer has been dealt with once
     */
    public record Revoked(Instant at, boolean told) {
        /** Returns what the {@code annotations} of a mirror claim say of it, or null if they say nothing that can be read. */
        static @Nullable Revoked of(Map<String, String> annotations) {
            var at = Times.read(annotations.get(Annotations.REVOKED_AT));
            return at == null ? null : new Revoked(at, !annotations.containsKey(Annotations.UNTOLD));
        }
    }

    /** What the finalizers of Kubernetes itself begin with: they go when the pods do. */
    private static final String KUBERNETES = "kubernetes.io/";

    /** Returns what is kept of {@code claim}. */
    public static MirrorClaimView of(PersistentVolumeClaim claim) {
        return new MirrorClaimView(
                Metadata.namespace(claim),
                Metadata.name(claim),
                Metadata.uid(claim),
                claim.getMetadata().getLabels().get(Labels.DATA_VOLUME_UID),
                Annotations.EVICT.equals(claim.getMetadata().getAnnotations().get(Annotations.ON_REVOKE)),
                Revoked.of(claim.getMetadata().getAnnotations()),
                Metadata.isDeleting(claim) ? ending(claim) : null);
    }

    private static EndingMirror ending(PersistentVolumeClaim claim) {
        return new EndingMirror(
                claim.getMetadata().getAnnotations().getOrDefault(Annotations.HELD_BY, ""), foreignFinalizers(claim));
    }

    private static List<String> foreignFinalizers(PersistentVolumeClaim claim) {
        return claim.getMetadata().getFinalizers().stream()
                .filter(finalizer -> !finalizer.startsWith(KUBERNETES))
                .toList();
    }
}
