package dev.mooring.decision;

import dev.mooring.decision.VolumeFacts.ClaimSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One pod has each storage handle once, though two data volumes lead to it, or a data volume and a claim of the project's own.
 *
 * <p>Kubelet knows volumes of CSI drivers by driver and handle: of two with one handle it mounts one, and waits for the
 * other for ever, without an event. Volumes without handles it knows by their names, so they may stand side by side. What
 * counts is the handle of the origin, also where mirrors get handles of their own: the answer does not change when a mirror
 * has been made.
 */
final class StorageStandsOnce implements PodRule {

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        Map<BackendIdentity, DataVolumeId> byHandle = Map.of();
        for (VolumeUse use : asked.uses()) {
            for (BackendIdentity handle : asked.pod().held().handles(use.volume())) {
                if (byHandle.isEmpty()) {
                    byHandle = new HashMap<>(); // not made for pods whose volumes have no handles
                }
                DataVolumeId earlier = byHandle.putIfAbsent(handle, use.volume());
                if (earlier != null && !earlier.equals(use.volume())) {
                    return objection(
                            asked,
                            "data volumes " + Wording.quote(earlier.toString()) + " and "
                                    + Wording.quote(use.volume().toString()));
                }
            }
        }
        return byHandle.isEmpty() ? Optional.empty() : objectionToClaims(asked, byHandle);
    }

    /** Returns the claims of the pod that it does not have as data volumes. */
    private static List<String> otherClaims(Asked asked) {
        List<String> claims = new ArrayList<>(0);
        for (VolumeFacts volume : asked.pod().volumesOrNone()) {
            if (volume.source() instanceof ClaimSource source && asked.accessOf(volume.name()) == null) {
                claims.add(source.claimName());
            }
        }
        return claims;
    }

    private static Optional<Decision.Deny> objectionToClaims(Asked asked, Map<BackendIdentity, DataVolumeId> byHandle) {
        PodFacts pod = asked.pod();
        for (String claim : otherClaims(asked)) {
            for (BackendIdentity handle : pod.held().handlesOfClaim(pod.namespace(), claim)) {
                DataVolumeId same = byHandle.get(handle);
                if (same != null) {
                    return objection(
                            asked,
                            "data volume " + Wording.quote(same.toString()) + " and claim " + Wording.quote(claim));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision.Deny> objection(Asked asked, String both) {
        return asked.objection(
                DenyReason.SAME_STORAGE_TWICE,
                both + " are one storage by its handle; kubelet cannot mount it twice in one pod, so use one of them");
    }
}
