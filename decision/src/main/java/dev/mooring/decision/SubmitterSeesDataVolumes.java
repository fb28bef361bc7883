package dev.mooring.decision;

import java.time.Duration;
import java.util.Optional;

/**
 * Whoever submits what uses data volumes may see them there.
 *
 * <p>An early answer in good words, and no boundary: that is the namespace. Who may create pods in it by other hands, such as
 * a controller's, uses what is shared with it.
 */
final class SubmitterSeesDataVolumes implements PodRule {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        var submitter = asked.pod().submitter();
        return switch (submitter.sight()) {
            case NOT_ASKED, SEES -> Optional.empty();
            case SEES_NOT -> ifForData(asked, unseen(asked, submitter));
            case UNKNOWN -> ifForData(asked, unknown(asked, submitter));
        };
    }

    private static Optional<Decision.Deny> ifForData(Asked asked, Decision.Deny denial) {
        return NamespaceIsAProject.asksForData(asked.pod()) ? Optional.of(denial) : Optional.empty();
    }

    private static Decision.Deny unseen(Asked asked, Submitter submitter) {
        return asked.deny(
                DenyReason.SUBMITTER_SEES_NOTHING,
                Wording.quote(submitter.name())
                        + " may not see data volumes here (get datavolumes.mooring.dev is refused in namespace "
                        + Wording.quote(asked.pod().namespace())
                        + "), and so submits nothing that uses them; what helps is an access rule, in the project or above, with a"
                        + " role that reads data volumes, such as l2-researcher");
    }

    private static Decision.Deny unknown(Asked asked, Submitter submitter) {
        return new Decision.Deny(
                DenyReason.SUBMITTER_UNKNOWN,
                asked.who() + ": the API server does not say at present whether " + Wording.quote(submitter.name())
                        + " may see data volumes here, and so nothing that uses them is let in; try again in a few seconds",
                SOON);
    }
}
