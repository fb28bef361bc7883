package dev.mooring.decision;

import dev.mooring.decision.ShareFacts.ScopeFacts;
import java.util.Optional;

/** A share says what kind of scope it is for, and which; whether there is such a scope is not asked here. */
final class ShareNamesAScope implements ShareRule {

    @Override
    public Optional<Decision.Deny> objection(ShareFacts share) {
        ScopeFacts scope = share.now().scope();
        return scope == null
                ? share.objection(DenyReason.UNKNOWN_TARGET, "spec.scope is missing; write whom it is for")
                : misspelt(scope).flatMap(text -> share.objection(DenyReason.UNKNOWN_TARGET, text));
    }

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
