package dev.mooring.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One pod has each storage handle once, though two data volumes lead to it.
 *
 * <p>Kubelet knows volumes of CSI drivers by driver and handle: of two with one handle it mounts one, and waits for the
 * other for ever, without an event. Volumes without handles it knows by their names, so they may stand side by side. What
 * counts is the handle of the origin, also where mirrors get handles of their own: the answer does not change when a mirror
 * has been made.
 */
final class StorageStandsOnce implements PodRule {

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        List<VolumeUse> uses = asked.uses();
        if (uses.size() < 2) {
            return Optional.empty();
        }
        Map<BackendIdentity, DataVolumeId> first = HashMap.newHashMap(uses.size());
        for (VolumeUse use : uses) {
            for (BackendIdentity handle : asked.pod().held().handles(use.volume())) {
                DataVolumeId earlier = first.putIfAbsent(handle, use.volume());
                if (earlier != null && !earlier.equals(use.volume())) {
                    return objection(asked, earlier, use.volume());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision.Deny> objection(Asked asked, DataVolumeId earlier, DataVolumeId later) {
        return asked.objection(
                DenyReason.SAME_STORAGE_TWICE,
                "data volumes " + Wording.quote(earlier.toString()) + " and " + Wording.quote(later.toString())
                        + " are one storage by its handle; kubelet cannot mount it twice in one pod, so use one of them");
    }
}
