package dev.mooring.controller.mirror;

import dev.mooring.controller.mirror.MirrorAction.DeleteClaim;
import dev.mooring.controller.mirror.MirrorAction.DeleteVolume;
import dev.mooring.controller.mirror.MirrorAction.MakeClaim;
import dev.mooring.controller.mirror.MirrorAction.MakeVolume;
import dev.mooring.controller.mirror.MirrorAction.NoteHolders;
import dev.mooring.controller.mirror.MirrorAction.NoteUnused;
import dev.mooring.controller.mirror.MirrorAction.NoteUsed;
import dev.mooring.controller.reconcile.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of one mirror.
 *
 * <p>Claim first, then volume; so a crash between the two leaves a claim of ours without volume, which is healed. A volume
 * goes only after its claim. A claim whose grant has ended goes once its pods have been dealt with: what becomes of them is
 * noted on it.
 */
final class MirrorPlan {
    private MirrorPlan() {}

    static Plan<MirrorAction, MirrorReport> plan(MirrorFacts facts) {
        var actions = new ArrayList<MirrorAction>();
        facts.leftovers().forEach(volume -> actions.add(new DeleteVolume(volume)));
        next(facts).ifPresent(actions::add);
        return new Plan<>(List.copyOf(actions), report(facts), again(facts));
    }

    /** The grant may end, and patience with a mirror that nobody uses, though nothing is written. */
    private static @Nullable Duration again(MirrorFacts facts) {
        var end = facts.grant() instanceof Grant.None ? null : facts.left();
        var claim = facts.claim();
        if (claim == null || facts.wanted() || claim.unusedFor() == null) {
            return end;
        }
        var patience = facts.grace().minus(claim.unusedFor());
        return end == null || patience.compareTo(end) < 0 ? patience : end;
    }

    private static Optional<MirrorAction> next(MirrorFacts facts) {
        var claim = facts.claim();
        if (claim == null) {
            return facts.wanted() && facts.grant() instanceof Grant.InForce && !facts.namespaceEnding()
                    ? Optional.of(new MakeClaim())
                    : Optional.empty();
        }
        if (!claim.ours()) {
            return Optional.empty();
        }
        if (claim.ending()) {
            return noteHolders(facts, claim);
        }
        return switch (facts.grant()) {
            case Grant.None ignored -> deleteRevoked(facts, claim);
            case Grant.Dormant dormant ->
                isOf(dormant.dataVolumeUid(), claim) ? noteUse(facts, claim) : deleteRevoked(facts, claim);
            case Grant.InForce inForce ->
                isOf(inForce.dataVolumeUid(), claim)
                        ? makeVolume(claim).or(() -> noteUse(facts, claim))
                        : deleteRevoked(facts, claim);
        };
    }

    /** A data volume that was deleted and made again inherits no mirror. */
    private static boolean isOf(String dataVolumeUid, MirrorClaimFacts claim) {
        return claim.dataVolumeUid().equals(dataVolumeUid);
    }

    private static Optional<MirrorAction> deleteRevoked(MirrorFacts facts, MirrorClaimFacts claim) {
        return facts.awaitsRevocation() ? Optional.empty() : Optional.of(new DeleteClaim(claim.uid()));
    }

    private static Optional<MirrorAction> makeVolume(MirrorClaimFacts claim) {
        return claim.hasVolume() ? Optional.empty() : Optional.of(new MakeVolume(claim.uid()));
    }

    private static Optional<MirrorAction> noteHolders(MirrorFacts facts, MirrorClaimFacts claim) {
        return facts.heldBy().equals(claim.heldBy())
                ? Optional.empty()
                : Optional.of(new NoteHolders(claim.uid(), facts.heldBy()));
    }

    /** What nobody has used for long enough goes; the next pod gets a new one. */
    private static Optional<MirrorAction> noteUse(MirrorFacts facts, MirrorClaimFacts claim) {
        var unusedFor = claim.unusedFor();
        if (facts.wanted()) {
            return unusedFor == null ? Optional.empty() : Optional.of(new NoteUsed(claim.uid()));
        }
        if (unusedFor == null) {
            return Optional.of(new NoteUnused(claim.uid()));
        }
        return unusedFor.compareTo(facts.grace()) < 0 ? Optional.empty() : Optional.of(new DeleteClaim(claim.uid()));
    }

    private static MirrorReport report(MirrorFacts facts) {
        var foreign = facts.claim() != null && !facts.claim().ours();
        return foreign && facts.wanted() && facts.grant() instanceof Grant.InForce
                ? MirrorReport.NAME_TAKEN
                : MirrorReport.FINE;
    }
}
