package dev.mooring.decision;

import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.ShareFacts.Target;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A share names a scope that exists and has its namespace, which is its identity. Asked only after the policies: who may not
 * share there does not learn it.
 */
final class ShareHasItsTarget implements ShareRule {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public Optional<Decision.Deny> objection(ShareFacts share) {
        ScopeFacts scope = share.now().scope();
        String spelled = scope == null ? "spec.scope" : scope.spelled();
        return switch (share.target()) {
            case Target.Found found ->
                isNowhere(scope)
                        ? share.objection(
                                DenyReason.TARGET_NOT_YET,
                                spelled + " was still being made a moment ago; create the share again in a second",
                                SOON)
                        : Optional.empty();
            case Target.NoNamespaceYet none ->
                share.objection(
                        DenyReason.TARGET_NOT_YET,
                        spelled
                                + " has no namespace yet; create the share again in a second, and if that goes on, look at"
                                + " its conditions",
                        SOON);
            case Target.Unknown unknown ->
                share.objection(
                        DenyReason.UNKNOWN_TARGET,
                        "there is no " + spelled + "; correct spec.scope.kind and spec.scope.name");
        };
    }

    /** Whether the target was not there yet when Mooring filled the share in. */
    private static boolean isNowhere(@Nullable ScopeFacts scope) {
        return scope != null && ShareFacts.NOWHERE.namespace().equals(scope.namespace());
    }
}
