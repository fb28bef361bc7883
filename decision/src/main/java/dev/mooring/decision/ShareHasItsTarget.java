package dev.mooring.decision;

import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.ShareFacts.Target;
import java.time.Duration;
import java.util.Optional;

/** A share names a scope that exists and has its namespace, which is its identity. */
final class ShareHasItsTarget implements ShareRule {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public Optional<Decision.Deny> objection(ShareFacts share) {
        ScopeFacts scope = share.now().scope();
        String spelled = scope == null ? "spec.scope" : scope.spelled();
        Optional<String> misspelt = scope == null ? Optional.empty() : misspelt(scope);
        if (misspelt.isPresent()) {
            return share.objection(DenyReason.UNKNOWN_TARGET, misspelt.get());
        }
        return switch (share.target()) {
            case Target.Found found -> Optional.empty();
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

    /** Returns what is wrong with a scope that cannot be one, whatever the cluster holds. */
    private static Optional<String> misspelt(ScopeFacts scope) {
        String kind = scope.kind() == null ? "" : scope.kind();
        return switch (kind) {
            case "Cluster" -> Optional.empty();
            case "Project", "Department" ->
                scope.name() != null
                        ? Optional.empty()
                        : Optional.of("spec.scope.name is missing; write which " + scope.spelled() + " it is for");
            default ->
                Optional.of("spec.scope.kind is " + Wording.quote(kind) + "; write Project, Department or Cluster");
        };
    }
}
