package dev.mooring.decision;

import dev.mooring.decision.ShareFacts.ShareSpecFacts;
import java.util.Objects;
import java.util.Optional;

/**
 * An update changes neither what a share is about nor what Mooring set.
 *
 * <p>An owner may go, for the garbage collector takes it away when a data volume is deleted and its shares are kept;
 * without it a share grants nothing. No owner may come.
 */
final class ShareKeepsWhatWeSet implements ShareRule {

    @Override
    public Optional<Decision.Deny> objection(ShareFacts share) {
        ShareSpecFacts old = share.old();
        if (old == null) {
            return Optional.empty();
        }
        ShareSpecFacts now = share.now();
        if (!Objects.equals(now.dataVolume(), old.dataVolume())) {
            return changed(share, "spec.dataVolume");
        }
        if (!Objects.equals(now.scope(), old.scope())) {
            return changed(share, "spec.scope");
        }
        if (!Objects.equals(now.grantedBy(), old.grantedBy())) {
            return changed(share, "spec.grantedBy");
        }
        if (!old.dataVolumeOwners().containsAll(now.dataVolumeOwners())) {
            return changed(share, "the data volume in metadata.ownerReferences");
        }
        return Optional.empty();
    }

    private static Optional<Decision.Deny> changed(ShareFacts share, String field) {
        return share.objection(
                DenyReason.FORGED_FIELD, field + " cannot be changed; delete the share and create another one");
    }
}
