package dev.mooring.decision;

import java.util.Optional;

/** No mount of a data volume hands mounts back to the node, where they would be seen by other pods. */
final class NoMountPropagation implements MountRule {

    @Override
    public Optional<Decision.Deny> objection(
            Asked asked, ContainerFacts container, MountFacts mount, AccessMode access) {
        if (!"Bidirectional".equals(mount.propagation())) {
            return Optional.empty();
        }
        return asked.objection(
                DenyReason.MOUNT_PROPAGATION,
                MountRule.spelled(container, mount)
                        + " has mountPropagation \"Bidirectional\", which data volumes never have; leave it out");
    }
}
