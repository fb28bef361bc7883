package dev.mooring.controller.mirror;

import dev.mooring.controller.mirror.MirrorAction.DeleteClaim;
import dev.mooring.controller.mirror.MirrorAction.DeleteVolume;
import dev.mooring.controller.mirror.MirrorAction.MakeClaim;
import dev.mooring.controller.mirror.MirrorAction.MakeVolume;
import dev.mooring.controller.reconcile.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what becomes of one mirror.
 *
 * <p>Claim first, then volume; so a crash between the two leaves a claim of ours without volume, which is healed. A volume
 * goes only after its claim.
 */
final class MirrorPlan {
    private MirrorPlan() {}

    static Plan<MirrorAction, MirrorReport> plan(MirrorFacts facts) {
        var actions = new ArrayList<MirrorAction>();
        facts.leftovers().forEach(volume -> actions.add(new DeleteVolume(volume)));
        next(facts).ifPresent(actions::add);
        return new Plan<>(
                List.copyOf(actions), report(facts), facts.grant() instanceof Grant.None ? null : facts.left());
    }

    private static Optional<MirrorAction> next(MirrorFacts facts) {
        var claim = facts.claim();
        if (claim == null) {
            return facts.wanted() && facts.grant() instanceof Grant.InForce && !facts.namespaceEnding()
                    ? Optional.of(new MakeClaim())
                    : Optional.empty();
        }
        if (!claim.ours() || claim.ending()) {
            return Optional.empty();
        }
        return switch (facts.grant()) {
            case Grant.None ignored -> Optional.of(new DeleteClaim(claim.uid()));
            case Grant.Dormant dormant -> deleteUnlessOf(dormant.dataVolumeUid(), claim);
            case Grant.InForce inForce ->
                deleteUnlessOf(inForce.dataVolumeUid(), claim).or(() -> makeVolume(claim));
        };
    }

    /** A data volume that was deleted and made again inherits no mirror. */
    private static Optional<MirrorAction> deleteUnlessOf(String dataVolumeUid, MirrorClaimFacts claim) {
        return claim.dataVolumeUid().equals(dataVolumeUid)
                ? Optional.empty()
                : Optional.of(new DeleteClaim(claim.uid()));
    }

    private static Optional<MirrorAction> makeVolume(MirrorClaimFacts claim) {
        return claim.hasVolume() ? Optional.empty() : Optional.of(new MakeVolume(claim.uid()));
    }

    private static MirrorReport report(MirrorFacts facts) {
        var foreign = facts.claim() != null && !facts.claim().ours();
        return foreign && facts.wanted() && facts.grant() instanceof Grant.InForce
                ? MirrorReport.NAME_TAKEN
                : MirrorReport.FINE;
    }
}
