package dev.mooring.informers;

import dev.mooring.decision.BackendIdentity;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.HeldStorage;
import dev.mooring.decision.MirrorClaimName;
import dev.mooring.model.Labels;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a PersistentVolume: where its data lies, and for whom.
 *
 * @param claim the claim that it is reserved for, as {@code namespace/name}, or null if it is free
 * @param mirrored the data volume that it is a mirror of, or null if it is none
 * @param places where its data lies; of a mirror only what it does not have of its origin, its handle
 */
public record StorageView(@Nullable String claim, @Nullable DataVolumeId mirrored, List<BackendIdentity> places) {
    /** Copies the list. */
    public StorageView {
        places = List.copyOf(places);
    }

    /**
     * Returns what is kept of {@code volume}: null if nothing is known of its storage.
     *
     * @param drivers knows how drivers find it
     */
    public static @Nullable StorageView of(PersistentVolume volume, HeldStorage drivers) {
        var reference = volume.getSpec().getClaimRef();
        var mirrored = mirrored(volume, reference);
        var places = places(volume, drivers).stream()
                .filter(place -> mirrored == null || place.isHandle())
                .map(StorageView::interned)
                .toList();
        return places.isEmpty()
                ? null
                : new StorageView(
                        reference == null ? null : reference.getNamespace() + "/" + reference.getName(),
                        mirrored,
                        places);
    }

    /** Returns where the claim lives that it is reserved for, or null if it is free. */
    public @Nullable String namespace() {
        return claim == null ? null : claim.substring(0, claim.indexOf('/'));
    }

    private static Set<BackendIdentity> places(PersistentVolume volume, HeldStorage drivers) {
        var storage = PersistentVolumes.storage(volume.getSpec());
        return storage == null ? Set.of() : drivers.places(storage);
    }

    /** Many volumes have one server or one driver; each has a handle of its own. */
    private static BackendIdentity interned(BackendIdentity place) {
        return new BackendIdentity(
                place.system().intern(),
                place.isHandle() ? place.place() : place.place().intern(),
                place.path());
    }

    private static @Nullable DataVolumeId mirrored(PersistentVolume volume, @Nullable ObjectReference claim) {
        if (claim == null
                || !Labels.MIRROR_TRUE.equals(volume.getMetadata().getLabels().get(Labels.MIRROR))) {
            return null;
        }
        var name = MirrorClaimName.parse(claim.getName());
        return name == null ? null : name.volume();
    }
}
