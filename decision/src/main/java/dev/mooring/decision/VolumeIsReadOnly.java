package dev.mooring.decision;

import java.util.Optional;

/** Every pod volume that is a data volume for reading says so itself: that is the layer that kubelet enforces. */
final class VolumeIsReadOnly implements PodRule {

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        for (Held held : asked.held()) {
            if (held.access() == AccessMode.READ_ONLY && !Boolean.TRUE.equals(held.readOnly())) {
                return asked.objection(
                        DenyReason.NOT_READ_ONLY,
                        held.spelled() + " with claim "
                                + Wording.quote(held.source().claimName())
                                + " is not read-only; set persistentVolumeClaim.readOnly: true on the volume");
            }
        }
        return Optional.empty();
    }
}
