package dev.mooring.decision;

import dev.mooring.decision.VolumeFacts.ClaimSource;
import java.util.Optional;

/** Data volumes are for pods of projects: nothing can be shared with another namespace. */
final class NamespaceIsAProject implements PodRule {

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        if (asked.grants().project() || !asksForData(asked.pod())) {
            return Optional.empty();
        }
        return asked.objection(
                DenyReason.NOT_A_PROJECT,
                "data volumes are for the pods of projects, and this namespace is none; run it in a project's namespace,"
                        + " or ask for this namespace to be made one");
    }

    static boolean asksForData(PodFacts pod) {
        return pod.requests().dataVolumes() != null || holdsReservedClaim(pod);
    }

    static boolean holdsReservedClaim(PodFacts pod) {
        for (VolumeFacts volume : pod.volumesOrNone()) {
            if (volume.source() instanceof ClaimSource source && MirrorClaimName.isReserved(source.claimName())) {
                return true;
            }
        }
        return false;
    }
}
