package dev.mooring.decision;

import dev.mooring.decision.VolumeFacts.ClaimSource;
import org.jspecify.annotations.Nullable;

/**
 * A volume of the pod that is a data volume, whoever put it there.
 *
 * @param index its position in {@code spec.volumes}
 * @param name its name in the pod
 * @param source the claim
 * @param usable what is granted on the data volume
 * @param access what the claim is for; every layer must be read-only where it is for reading
 */
record Held(int index, String name, ClaimSource source, UsableVolume usable, AccessMode access) {
    DataVolumeId id() {
        return usable.id();
    }

    @Nullable
    Boolean readOnly() {
        return source.readOnly();
    }

    /** Returns the volume as a denial names it. */
    String spelled() {
        return "volume " + Wording.quote(name);
    }
}
