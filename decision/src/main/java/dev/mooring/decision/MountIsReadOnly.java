package dev.mooring.decision;

import java.util.Optional;

/** Every mount of a data volume that is there for reading is read-only. */
final class MountIsReadOnly implements MountRule {

    @Override
    public Optional<Decision.Deny> objection(
            Asked asked, ContainerFacts container, MountFacts mount, AccessMode access) {
        if (access == AccessMode.READ_WRITE || Boolean.TRUE.equals(mount.readOnly())) {
            return Optional.empty();
        }
        return asked.objection(
                DenyReason.NOT_READ_ONLY,
                MountRule.spelled(container, mount) + " is not read-only; set readOnly: true on the mount");
    }
}
