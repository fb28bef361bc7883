package dev.mooring.decision;

import java.util.Optional;

/** One reason why a share may be turned away. */
@FunctionalInterface
interface ShareRule {
    /** Returns the denial, or empty if this rule has no objection. */
    Optional<Decision.Deny> objection(ShareFacts share);
}
