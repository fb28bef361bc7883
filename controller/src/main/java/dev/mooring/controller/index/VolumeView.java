package dev.mooring.controller.index;

import dev.mooring.controller.object.ObjectKey;
import dev.mooring.model.Labels;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a volume that is reserved for a claim.
 *
 * @param name its name
 * @param uid its identity
 * @param claim the claim that it is reserved for
 * @param claimUid which of all claims that ever had the name, or null if any would do
 * @param mirror whether it is a mirror's
 * @param policy what becomes of the data when the claim is deleted
 * @param capacity its size
 * @param accessModes how it may be mounted
 * @param deleting whether it is being deleted
 */
public record VolumeView(
        String name,
        String uid,
        ObjectKey claim,
        @Nullable String claimUid,
        boolean mirror,
        @Nullable String policy,
        String capacity,
        List<String> accessModes,
        boolean deleting) {
    /** Copies the list. */
    public VolumeView {
        accessModes = List.copyOf(accessModes);
    }

    /** Returns what is kept of {@code volume}: null if it is free. */
    public static @Nullable VolumeView of(PersistentVolume volume) {
        var reference = volume.getSpec().getClaimRef();
        return reference == null
                ? null
                : new VolumeView(
                        volume.getMetadata().getName(),
                        volume.getMetadata().getUid(),
                        new ObjectKey(reference.getNamespace(), reference.getName()),
                        reference.getUid(),
                        Labels.MIRROR_TRUE.equals(
                                volume.getMetadata().getLabels().get(Labels.MIRROR)),
                        volume.getSpec().getPersistentVolumeReclaimPolicy(),
                        String.valueOf(volume.getSpec().getCapacity().get("storage")),
                        volume.getSpec().getAccessModes().stream()
                                .map(String::intern)
                                .toList(),
                        volume.isMarkedForDeletion());
    }
}
