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
        return Optional.of(new Decision.Deny(
                DenyReason.VIEW_TOO_OLD,
                asked.who() + ": Mooring has not heard of changes of "
                        + Wording.list(asked.grants().outOfDate())
                        + " for more than two seconds and so allows nothing that may have been revoked since; try again in a few seconds",
                SOON));
    }
}
