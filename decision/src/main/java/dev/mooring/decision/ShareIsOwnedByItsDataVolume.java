package dev.mooring.decision;

import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.OwnerFacts;
import java.util.Optional;

/** A new share is owned by the data volume that it names, and by no other one. */
final class ShareIsOwnedByItsDataVolume implements ShareRule {

    @Override
    public Optional<Decision.Deny> objection(ShareFacts share) {
        for (OwnerFacts owner : share.now().dataVolumeOwners()) {
            if (!isRight(owner, share)) {
                return share.objection(
                        DenyReason.FORGED_FIELD,
                        "metadata.ownerReferences names another data volume than spec.dataVolume, or an earlier one of"
                                + " that name; leave that owner out, Mooring adds the right one");
            }
        }
        return Optional.empty();
    }

    static boolean isRight(OwnerFacts owner, ShareFacts share) {
        return OwnerFacts.API_VERSION.equals(owner.apiVersion())
                && share.dataVolume() instanceof DataVolumeTarget.Found found
                && found.uid().equals(owner.uid())
                && owner.name() != null
                && owner.name().equals(share.now().dataVolume());
    }
}
