package dev.mooring.informers;

import dev.mooring.decision.BackendIdentity;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.HeldStorage;
import dev.mooring.decision.Holding;
import dev.mooring.decision.StorageSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows whose storage lies where: that of each volume whose claim is a data volume's, and that of mirrors.
 *
 * <p>Volumes and data volumes come in any order, each on a thread of its own. Changes wait for each other, the index of the
 * data volumes included; questions do not.
 */
final class HeldPlaces implements HeldStorage {
    private final DataVolumesByProject dataVolumes;
    private final Set<String> driversByAttributes;
    private final Places<DataVolumeId> places = new Places<>();
    private final MostlyOne<String, StorageView> volumesByClaim = new MostlyOne<>(new ConcurrentHashMap<>());

    /** {@code dataVolumes} is told of changes by this alone. */
    HeldPlaces(DataVolumesByProject dataVolumes, Set<String> driversByAttributes) {
        this.dataVolumes = dataVolumes;
        this.driversByAttributes = driversByAttributes;
    }

    @Override
    public Set<BackendIdentity> places(StorageSource storage) {
        return storage.identities(driversByAttributes);
    }

    @Override
    public Stream<Holding> overlapping(BackendIdentity place) {
        return places.overlapping(place, (where, volume) -> new Holding(volume, where));
    }

    @Override
    public Set<BackendIdentity> handles(DataVolumeId volume) {
        return dataVolumes
                .find(volume.project(), volume.name())
                .map(found -> handlesOfClaim(found.namespace(), found.claimName()))
                .orElse(Set.of());
    }

    @Override
    public Set<BackendIdentity> handlesOfClaim(String namespace, String claim) {
        return volumesByClaim
                .of(claimKey(namespace, claim))
                .flatMap(storage -> storage.places().stream())
                .filter(BackendIdentity::isHandle)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Takes note of a volume. */
    synchronized void volume(String key, @Nullable StorageView before, @Nullable StorageView now) {
        // What is there from now on comes first, so that nothing that stays is let go for a moment.
        if (now != null) {
            holders(now).forEach(holder -> hold(holder, now, places::add));
            if (now.claim() != null) {
                volumesByClaim.add(now.claim(), now);
            }
        }
        if (before != null) {
            holders(before).forEach(holder -> hold(holder, before, places::remove));
            if (before.claim() != null) {
                volumesByClaim.remove(before.claim(), before);
            }
        }
    }

    /** Takes note of a data volume, and has the index take note of it. */
    synchronized void dataVolume(String key, @Nullable DataVolumeView before, @Nullable DataVolumeView now) {
        dataVolumes.changed(key, before, now);
        var claimBefore = claimOf(before);
        var claimNow = claimOf(now);
        if (now != null && claimNow != null && !claimNow.equals(claimBefore)) {
            hold(idOf(now), claimNow, places::add);
        }
        if (before != null && claimBefore != null && !claimBefore.equals(claimNow)) {
            hold(idOf(before), claimBefore, places::remove);
        }
    }

    private List<DataVolumeId> holders(StorageView volume) {
        if (volume.mirrored() != null) {
            return List.of(volume.mirrored());
        }
        var namespace = volume.namespace();
        return namespace == null
                ? List.of()
                : dataVolumes.with(namespace).stream()
                        .filter(holder -> Objects.equals(claimOf(holder), volume.claim()))
                        .map(HeldPlaces::idOf)
                        .toList();
    }

    private void hold(DataVolumeId holder, String claim, BiConsumer<BackendIdentity, DataVolumeId> change) {
        volumesByClaim.of(claim).forEach(volume -> hold(holder, volume, change));
    }

    private static void hold(
            DataVolumeId holder, StorageView volume, BiConsumer<BackendIdentity, DataVolumeId> change) {
        volume.places().forEach(place -> change.accept(place, holder));
    }

    private static @Nullable String claimOf(@Nullable DataVolumeView volume) {
        return volume == null ? null : claimKey(volume);
    }

    private static String claimKey(DataVolumeView volume) {
        return claimKey(volume.namespace(), volume.claimName());
    }

    private static String claimKey(String namespace, String claim) {
        return namespace + "/" + claim;
    }

    private static DataVolumeId idOf(DataVolumeView volume) {
        return new DataVolumeId(volume.namespace(), volume.name());
    }
}
