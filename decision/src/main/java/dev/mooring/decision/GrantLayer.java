package dev.mooring.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one scope grants to every project in it, indexed by full and by bare name. Immutable. */
public final class GrantLayer {
    /** The layer of a scope with which nothing is shared. */
    public static final GrantLayer EMPTY = new GrantLayer(new TreeMap<>());

    private final Map<DataVolumeId, UsableVolume> byId;
    private final Map<String, List<UsableVolume>> byName;
    private final List<UsableVolume> all;

    private GrantLayer(SortedMap<DataVolumeId, UsableVolume> volumes) {
        Map<String, List<UsableVolume>> named = new HashMap<>();
        for (UsableVolume volume : volumes.values()) {
            named.computeIfAbsent(volume.id().name(), name -> new ArrayList<>(1))
                    .add(volume);
        }
        named.replaceAll((name, found) -> List.copyOf(found));
        this.byId = new HashMap<>(volumes);
        this.byName = named;
        this.all = List.copyOf(volumes.values());
    }

    /** Returns the layer of these grants; several grants of one data volume become one. */
    public static GrantLayer of(Collection<UsableVolume> grants) {
        if (grants.isEmpty()) {
            return EMPTY;
        }
        SortedMap<DataVolumeId, UsableVolume> volumes = new TreeMap<>();
        for (UsableVolume grant : grants) {
            volumes.merge(grant.id(), grant, UsableVolume::and);
        }
        return new GrantLayer(volumes);
    }

    /** Returns what is granted on this data volume, or null; terms may be over. */
    public @Nullable UsableVolume find(DataVolumeId id) {
        return byId.get(id);
    }

    /** Returns what is granted on the data volumes of this bare name; terms may be over. */
    public List<UsableVolume> named(String name) {
        return Objects.requireNonNullElse(byName.get(name), List.of());
    }

    /** Returns every grant, ordered by data volume; terms may be over. */
    public List<UsableVolume> all() {
        return all;
    }
}
