package dev.mooring.decision;

import java.util.Optional;

/** A mirror that is being deleted is not mounted again: its name is free once the last pod has let go of it. */
final class MirrorIsNotEnding implements PodRule {

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        for (Want want : asked.wants()) {
            if (asked.pod().endingMirrors().contains(want.claim())) {
                return asked.objection(DenyReason.MIRROR_ENDING, want.spelled() + " needs " + text(want.claim()));
            }
        }
        for (Held held : asked.held()) {
            String claim = held.source().claimName();
            if (asked.pod().endingMirrors().contains(claim)) {
                return asked.objection(DenyReason.MIRROR_ENDING, held.spelled() + " needs " + text(claim));
            }
        }
        return Optional.empty();
    }

    private static String text(String claim) {
        return "claim " + Wording.quote(claim)
                + ", which an earlier share left and which is being deleted; it goes when the last pod that mounts it"
                + " ends, then create this again";
    }
}
