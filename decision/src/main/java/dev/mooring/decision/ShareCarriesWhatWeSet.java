package dev.mooring.decision;

import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.ShareFacts.Target;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A new share still carries what mutation set, whatever other webhooks did since. */
final class ShareCarriesWhatWeSet implements ShareRule {

    @Override
    public Optional<Decision.Deny> objection(ShareFacts share) {
        ScopeFacts scope = share.now().scope();
        if (scope == null || !(share.target() instanceof Target.Found target)) {
            return forged(share, "spec.scope", null);
        }
        if (!target.namespace().equals(scope.namespace())) {
            return forged(share, "spec.scope.namespace", scope.namespace());
        }
        if (!target.uid().equals(scope.uid())) {
            return forged(share, "spec.scope.uid", scope.uid());
        }
        if (!share.requester().equals(share.now().grantedBy())) {
            return forged(share, "spec.grantedBy", share.now().grantedBy());
        }
        if (share.now().dataVolumeOwners().isEmpty()) {
            return forged(share, "metadata.ownerReferences", null);
        }
        if (!share.now().isHeld()) {
            return forged(share, "metadata.finalizers", null);
        }
        return Optional.empty();
    }

    private static Optional<Decision.Deny> forged(ShareFacts share, String field, @Nullable String value) {
        return share.objection(
                DenyReason.FORGED_FIELD,
                field + " is set by Mooring, and something else stands there: "
                        + Wording.quote(Objects.requireNonNullElse(value, ""))
                        + "; look for another webhook that changes it");
    }
}
