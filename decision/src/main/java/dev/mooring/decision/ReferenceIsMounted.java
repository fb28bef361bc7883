package dev.mooring.decision;

import java.util.Optional;

/** Every reference has its volume and, at its path, at least one mount, or one in each container that the pod names. */
final class ReferenceIsMounted implements PodRule {

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        for (Want want : asked.wants()) {
            if (want.held() == null) {
                return objection(asked, want.spelled() + " has no volume in the pod");
            }
            if (want.containers().isEmpty()) {
                return objection(asked, want.spelled() + " is mounted by no container");
            }
            for (ContainerFacts container : want.containers()) {
                if (!want.isMountedIn(container)) {
                    return objection(
                            asked, want.spelled() + " is not mounted in container " + Wording.quote(container.name()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision.Deny> objection(Asked asked, String what) {
        return asked.objection(
                DenyReason.NOT_MOUNTED,
                what + ": Mooring was not asked to add it, or another webhook took it away; create the pod again");
    }
}
