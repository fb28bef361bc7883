package dev.mooring.decision;

import dev.mooring.decision.ShareFacts.Target;
import java.util.Optional;

/** A share's target is another scope than the project that owns the data, which needs no share. */
final class ShareLeavesItsProject implements ShareRule {

    @Override
    public Optional<Decision.Deny> objection(ShareFacts share) {
        if (share.target() instanceof Target.Found target && target.namespace().equals(share.namespace())) {
            return share.objection(
                    DenyReason.SHARED_WITH_ORIGIN,
                    "this project owns the data volume and may use it without a share; name another project");
        }
        return Optional.empty();
    }
}
