package dev.mooring.decision;

import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;

/**
 * Decides about new PersistentVolumes: none leads to the storage of a data volume, but for the project that owns it.
 *
 * <p>What it says reaches people of other projects, through the Events of provisioners. So it never names whose data it is.
 */
public final class PersistentVolumeDecisions {
    private PersistentVolumeDecisions() {}

    /** Returns whether the volume may be made. */
    public static Decision validate(PersistentVolumeFacts volume) {
        StorageSource storage = volume.storage();
        return storage == null
                ? Allow.NOTHING
                : Alias.among(storage, volume.claimNamespace(), volume.held())
                        .<Decision>map(alias -> denial(volume.name(), storage, alias))
                        .orElse(Allow.NOTHING);
    }

    private static Deny denial(String name, StorageSource storage, Alias alias) {
        return new Deny(
                DenyReason.STORAGE_HELD,
                "volume " + Wording.quote(name) + " names " + storage.kind() + " storage "
                        + Wording.quote(alias.place().spelled())
                        + ", which Mooring guards for a data volume; share that data volume, or, for a claim of the project"
                        + " that owns the data, name the claim in spec.claimRef");
    }
}
