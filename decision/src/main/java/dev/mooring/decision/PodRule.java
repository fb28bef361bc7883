package dev.mooring.decision;

import java.util.Optional;

/** One reason why a pod may be turned away. */
@FunctionalInterface
interface PodRule {
    /** Returns the denial, or empty if this rule has no objection. */
    Optional<Decision.Deny> objection(Asked asked);
}
