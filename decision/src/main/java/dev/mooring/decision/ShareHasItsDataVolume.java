package dev.mooring.decision;

import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import java.util.Objects;
import java.util.Optional;

/** A share names a data volume of its own project. */
final class ShareHasItsDataVolume implements ShareRule {

    @Override
    public Optional<Decision.Deny> objection(ShareFacts share) {
        if (share.dataVolume() instanceof DataVolumeTarget.Found) {
            return Optional.empty();
        }
        return share.objection(
                DenyReason.UNKNOWN_DATA_VOLUME,
                "this project has no data volume "
                        + Wording.quote(Objects.requireNonNullElse(share.now().dataVolume(), ""))
                        + "; create the datavolumes.mooring.dev first, or correct spec.dataVolume");
    }
}
