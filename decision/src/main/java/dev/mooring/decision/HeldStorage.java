package dev.mooring.decision;

import java.util.Set;
import java.util.stream.Stream;

/** The storage that data volumes hold, by where it lies. */
@FunctionalInterface
public interface HeldStorage {
    /** Holds nothing. */
    HeldStorage NONE = place -> Stream.of();

    /** Returns where {@code storage} lies, as far as it is known here how its driver finds it. */
    default Set<BackendIdentity> places(StorageSource storage) {
        return storage.identities();
    }

    /** Returns by which handles a driver finds the storage of a data volume; none where no driver is asked for one. */
    default Set<BackendIdentity> handles(DataVolumeId volume) {
        return Set.of();
    }

    /** Returns by which handles a driver finds the storage of any claim; none where no driver is asked for one. */
    default Set<BackendIdentity> handlesOfClaim(String namespace, String claim) {
        return Set.of();
    }

    /** Returns who holds storage that is {@code place}, lies in it or around it. */
    Stream<Holding> overlapping(BackendIdentity place);
}
