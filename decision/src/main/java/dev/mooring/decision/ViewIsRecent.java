package dev.mooring.decision;

import java.time.Duration;
import java.util.Optional;

/** Nothing is granted while it may have been revoked without our having heard of it. */
final class ViewIsRecent implements PodRule {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        if (asked.grants().outOfDate().isEmpty() || !NamespaceIsAProject.asksForData(asked.pod())) {
            return Optional.empty();
        }
        return Optional.of(tooOld(asked.who(), asked.grants()));
    }

    /** Returns the denial of {@code who} while these grants may be over. */
    static Decision.Deny tooOld(String who, Grants grants) {
        return new Decision.Deny(
                DenyReason.VIEW_TOO_OLD,
                who + ": Mooring has not heard of changes of "
                        + Wording.list(grants.outOfDate())
                        + " for more than two seconds and so allows nothing that may have been revoked since; try again in a few seconds",
                SOON);
    }
}
