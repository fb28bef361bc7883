package dev.mooring.decision;

import java.util.Optional;

/** The name of the volume that is to be added belongs to no other volume of the pod. */
final class VolumeNameIsFree implements PodRule {

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        for (Want want : asked.wants()) {
            if (want.held() == null && isTaken(asked.pod(), want.volumeName())) {
                return asked.objection(
                        DenyReason.VOLUME_NAME_TAKEN,
                        want.spelled() + " needs a volume named " + Wording.quote(want.volumeName())
                                + ", and the pod has one of that name that is something else; rename that one");
            }
        }
        return Optional.empty();
    }

    private static boolean isTaken(PodFacts pod, String name) {
        for (VolumeFacts volume : pod.volumesOrNone()) {
            if (volume.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
