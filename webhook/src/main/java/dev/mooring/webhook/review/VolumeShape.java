package dev.mooring.webhook.review;

import dev.mooring.decision.StorageSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a PersistentVolume says of its storage and of whom it is for.
 *
 * @param storage null where it is of a kind of which nothing is known
 * @param claimNamespace where the claim lives that it is reserved for; null if it is free
 */
public record VolumeShape(
        @Nullable StorageSource storage, @Nullable String claimNamespace) {
    /** Says nothing. */
    static final VolumeShape NONE = new VolumeShape(null, null);

    static VolumeShape of(@Nullable StorageSource storage, List<String> mountOptions, @Nullable String claimNamespace) {
        return storage == null && claimNamespace == null
                ? NONE
                : new VolumeShape(storage == null ? null : storage.mountedWith(mountOptions), claimNamespace);
    }
}
