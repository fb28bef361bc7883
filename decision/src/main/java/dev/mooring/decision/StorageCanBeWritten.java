package dev.mooring.decision;

import dev.mooring.decision.UsableVolume.Origin;
import java.util.Optional;

/** A share for writing does not help where the storage cannot be written by two projects. */
final class StorageCanBeWritten implements PodRule {
    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        for (Want want : asked.wants()) {
            if (want.access() == AccessMode.READ_WRITE && state(want.usable()) instanceof VolumeState.ReadOnly state) {
                return objection(asked, want.spelled(), want.id(), state);
            }
        }
        for (Held held : asked.held()) {
            if (held.access() == AccessMode.READ_WRITE && state(held.usable()) instanceof VolumeState.ReadOnly state) {
                return objection(asked, held.spelled(), held.id(), state);
            }
        }
        return Optional.empty();
    }

    /** Pods of the owner write to the origin itself, which this is not about. */
    private static VolumeState state(UsableVolume usable) {
        return usable.origin() == Origin.OWN ? new VolumeState.Ready() : usable.state();
    }

    private static Optional<Decision.Deny> objection(
            Asked asked, String who, DataVolumeId id, VolumeState.ReadOnly state) {
        return asked.objection(
                DenyReason.NOT_WRITABLE,
                who + " asks to write, and data volume " + Wording.quote(id.toString())
                        + " can only be read in other projects: " + state.why());
    }
}
