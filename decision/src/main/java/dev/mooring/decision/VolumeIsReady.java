package dev.mooring.decision;

import java.util.Optional;

/** A data volume whose storage cannot be mounted is refused now, not left to a pod that never starts. */
final class VolumeIsReady implements PodRule {

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        for (Want want : asked.wants()) {
            if (want.usable().state() instanceof VolumeState.NotReady state) {
                return asked.objection(
                        DenyReason.NOT_READY, text(want.spelled() + " means data volume", want.id(), state));
            }
        }
        for (Held held : asked.held()) {
            if (held.usable().state() instanceof VolumeState.NotReady state) {
                return asked.objection(
                        DenyReason.NOT_READY, text(held.spelled() + " is data volume", held.id(), state));
            }
        }
        return Optional.empty();
    }

    private static String text(String what, DataVolumeId id, VolumeState.NotReady state) {
        return what + " " + Wording.quote(id.toString()) + ", which is not ready: " + state.why();
    }
}
