package dev.mooring.decision;

import dev.mooring.decision.VolumeFacts.InlineSource;
import java.util.Optional;

/** The data of another project is reached by its mirror only, never by a volume that names its storage. */
final class StorageIsNotHeld implements PodRule {

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        for (VolumeFacts volume : asked.pod().volumesOrNone()) {
            if (volume.source() instanceof InlineSource source) {
                Optional<Decision.Deny> objection = objection(asked, volume.name(), source.storage());
                if (objection.isPresent()) {
                    return objection;
                }
            }
        }
        return Optional.empty();
    }

    static boolean namesStorage(PodFacts pod) {
        for (VolumeFacts volume : pod.volumesOrNone()) {
            if (volume.source() instanceof InlineSource) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Decision.Deny> objection(Asked asked, String volume, StorageSource storage) {
        PodFacts pod = asked.pod();
        return Alias.among(storage, pod.namespace(), pod.held())
                .map(alias -> asked.deny(
                        DenyReason.STORAGE_HELD,
                        "volume " + Wording.quote(volume) + " names " + storage.kind() + " storage "
                                + Wording.quote(alias.place().spelled()) + ", which "
                                + what(asked, alias.holding().volume())));
    }

    /** What is not shared with the project is not told it by name. */
    private static String what(Asked asked, DataVolumeId volume) {
        UsableVolume usable = asked.grants().find(volume);
        if (usable == null || !usable.allows(AccessMode.READ_ONLY, asked.pod().now())) {
            return "Mooring guards and pods mount through a share only; ask the owner of the data to share it, and mount it by"
                    + " the annotation mooring.dev/data-volumes";
        }
        return "belongs to data volume " + Wording.quote(volume.toString())
                + ", which is shared with this project; take the volume out, and write the annotation"
                + " mooring.dev/data-volumes: " + volume;
    }
}
