package dev.mooring.decision;

import java.util.Optional;

/** No read-only mount has a sub-path made of variables: kubelet would create it in the owner's storage if it is missing. */
final class NoSubPathExpression implements MountRule {

    @Override
    public Optional<Decision.Deny> objection(
            Asked asked, ContainerFacts container, MountFacts mount, AccessMode access) {
        if (access == AccessMode.READ_WRITE || !mount.hasSubPathExpr()) {
            return Optional.empty();
        }
        return asked.objection(
                DenyReason.SUB_PATH_EXPRESSION,
                MountRule.spelled(container, mount)
                        + " has a subPathExpr, which kubelet creates where it is missing, and the data is read-only;"
                        + " use subPath with a directory that is there");
    }
}
