package dev.mooring.controller.mirror;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mirror in memory, as far as a plan can change it; claims that nobody holds go when they are deleted. */
record MirrorWorld(MirrorFacts facts) {
    static final String NEXT_CLAIM = "next";
    private static final int ENOUGH_ROUNDS = 6;

    MirrorWorld settled() {
        var world = this;
        for (int round = 0; round < ENOUGH_ROUNDS; round++) {
            var actions = MirrorPlan.plan(world.facts).actions();
            if (actions.isEmpty()) {
                return world;
            }
            world = world.after(actions);
        }
        throw new AssertionError("does not settle: " + world);
    }

    MirrorWorld after(List<MirrorAction> actions) {
        var world = this;
        for (var action : actions) {
            world = world.after(action);
        }
        return world;
    }

    private MirrorWorld after(MirrorAction action) {
        return switch (action) {
            case MirrorAction.MakeClaim ignored -> made();
            case MirrorAction.MakeVolume make -> withVolume(observed(make.claimUid()));
            case MirrorAction.DeleteClaim delete -> deleted(observed(delete.claimUid()));
            case MirrorAction.NoteUnused note -> noted(observed(note.claimUid()), "", Duration.ZERO);
            case MirrorAction.NoteUsed note -> noted(observed(note.claimUid()), "", null);
            case MirrorAction.NoteHolders note -> noted(observed(note.claimUid()), note.pods(), null);
            case MirrorAction.DeleteVolume delete -> {
                var left = new ArrayList<>(facts.leftovers());
                left.remove(delete.volume());
                yield with(facts.claim(), left);
            }
        };
    }

    private MirrorWorld made() {
        if (facts.claim() != null || !(facts.grant() instanceof Grant.InForce inForce)) {
            throw new AssertionError("made without grant, or twice");
        }
        return with(
                new MirrorClaimFacts(NEXT_CLAIM, true, false, inForce.dataVolumeUid(), false, "", null),
                facts.leftovers());
    }

    private MirrorWorld withVolume(MirrorClaimFacts claim) {
        return with(
                new MirrorClaimFacts(
                        claim.uid(),
                        claim.ours(),
                        claim.ending(),
                        claim.dataVolumeUid(),
                        true,
                        claim.heldBy(),
                        claim.unusedFor()),
                facts.leftovers());
    }

    private MirrorWorld noted(MirrorClaimFacts claim, String heldBy, @Nullable Duration unusedFor) {
        return with(
                new MirrorClaimFacts(
                        claim.uid(),
                        claim.ours(),
                        claim.ending(),
                        claim.dataVolumeUid(),
                        claim.hasVolume(),
                        heldBy,
                        unusedFor),
                facts.leftovers());
    }

    private MirrorWorld deleted(MirrorClaimFacts claim) {
        var left = new ArrayList<>(facts.leftovers());
        if (claim.hasVolume()) {
            left.add("mooring-" + claim.uid());
        }
        return with(null, left);
    }

    private MirrorClaimFacts observed(String uid) {
        var claim = facts.claim();
        if (claim == null || !claim.uid().equals(uid) || !claim.ours()) {
            throw new AssertionError("touched what is not ours: " + claim);
        }
        return claim;
    }

    private MirrorWorld with(@Nullable MirrorClaimFacts claim, List<String> leftovers) {
        return new MirrorWorld(new MirrorFacts(
                facts.wanted(),
                facts.grant(),
                facts.left(),
                claim,
                leftovers,
                facts.heldBy(),
                facts.grace(),
                facts.namespaceEnding(),
                facts.awaitsRevocation()));
    }
}
