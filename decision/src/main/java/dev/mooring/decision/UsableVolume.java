package dev.mooring.decision;

import java.time.Instant;

/**
 * A data volume together with what one scope may do with it.
 *
 * @param id the data volume
 * @param origin whether it is the project's own
 * @param originClaim the claim that holds the data; told only to its own project
 * @param state whether it can be mounted
 * @param read how long it may be read
 * @param write how long it may be written, and so also be read
 */
public record UsableVolume(
        DataVolumeId id, Origin origin, String originClaim, VolumeState state, Term read, Term write) {

    /** Where a data volume lives, as its user sees it. */
    public enum Origin {
        /** In the project itself. */
        OWN,
        /** In another project. */
        SHARED
    }

    /** A project's own data volume: all access, without end. */
    public static UsableVolume own(DataVolumeId id, String originClaim, VolumeState state) {
        return new UsableVolume(id, Origin.OWN, originClaim, state, Term.UNLIMITED, Term.UNLIMITED);
    }

    /** A data volume that is shared until {@code term}, for reading or for reading and writing. */
    public static UsableVolume shared(
            DataVolumeId id, String originClaim, VolumeState state, AccessMode access, Term term) {
        Term write = access == AccessMode.READ_WRITE ? term : Term.NEVER;
        return new UsableVolume(id, Origin.SHARED, originClaim, state, term, write);
    }

    /** Returns whether {@code access} is granted at {@code now}. */
    public boolean allows(AccessMode access, Instant now) {
        return switch (access) {
            case READ_ONLY -> read.includes(now) || write.includes(now);
            case READ_WRITE -> write.includes(now);
        };
    }

    /** Returns what two grants of one data volume allow together; the order does not matter. */
    public UsableVolume and(UsableVolume other) {
        if (origin != other.origin) {
            return origin == Origin.OWN ? this : other;
        }
        return new UsableVolume(
                id, origin, originClaim, state.worse(other.state), read.longer(other.read), write.longer(other.write));
    }
}
