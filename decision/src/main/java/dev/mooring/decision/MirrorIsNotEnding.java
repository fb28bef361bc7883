package dev.mooring.decision;

import java.util.Optional;

/** A mirror that is being deleted is not mounted again: its name is free once everybody has let go of it. */
final class MirrorIsNotEnding implements PodRule {
    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        if (asked.pod().endingMirrors().isEmpty()) {
            return Optional.empty();
        }
        for (Want want : asked.wants()) {
            EndingMirror ending = asked.pod().endingMirrors().get(want.claim());
            if (ending != null) {
                return objection(asked, want.spelled(), want.claim(), ending);
            }
        }
        for (Held held : asked.held()) {
            String claim = held.source().claimName();
            EndingMirror ending = asked.pod().endingMirrors().get(claim);
            if (ending != null) {
                return objection(asked, held.spelled(), claim, ending);
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision.Deny> objection(Asked asked, String who, String claim, EndingMirror ending) {
        return asked.objection(
                DenyReason.MIRROR_ENDING,
                who + " needs claim " + Wording.quote(claim)
                        + ", which an earlier share left and which is being deleted; create this again "
                        + ending.remedy());
    }
}
