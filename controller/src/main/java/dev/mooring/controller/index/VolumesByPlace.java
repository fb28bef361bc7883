package dev.mooring.controller.index;

import dev.mooring.decision.BackendIdentity;
import dev.mooring.informers.Places;
import dev.mooring.informers.ProjectionListener;
import dev.mooring.informers.StorageView;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the PersistentVolumes, mirrors left out, that lead to the same storage. */
public final class VolumesByPlace implements ProjectionListener<StorageView> {
    private final Places<Reserved> places = new Places<>();

    /** A volume, and where the claim lives that it is reserved for. */
    private record Reserved(String volume, @Nullable String namespace) {}

    /** Returns the names of the volumes at, in or around {@code storage} that are not for claims of {@code project}. */
    public SortedSet<String> foreign(Collection<BackendIdentity> storage, String project) {
        var names = new TreeSet<String>();
        for (var place : storage) {
            places.overlapping(place, (where, volume) -> volume)
                    .filter(volume -> !project.equals(volume.namespace()))
                    .forEach(volume -> names.add(volume.volume()));
        }
        return names;
    }

    @Override
    public void changed(String key, @Nullable StorageView before, @Nullable StorageView now) {
        placesOf(now).forEach(place -> places.add(place, reserved(key, now)));
        placesOf(before).forEach(place -> places.remove(place, reserved(key, before)));
    }

    private static Reserved reserved(String name, @Nullable StorageView volume) {
        return new Reserved(name, volume == null ? null : volume.namespace());
    }

    private static List<BackendIdentity> placesOf(@Nullable StorageView volume) {
        return volume == null || volume.mirrored() != null ? List.of() : volume.places();
    }
}
