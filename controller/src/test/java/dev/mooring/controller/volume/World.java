package dev.mooring.controller.volume;

import dev.mooring.controller.reconcile.Plan;
import dev.mooring.model.OriginStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data volume {@code imagenet} over the claim {@code data}, in memory, as far as a plan can see and change it. */
record World(
        boolean isDeleting,
        boolean isHeld,
        DataVolumeFacts.Home home,
        @Nullable OriginStatus noted,
        @Nullable ClaimFacts claim,
        @Nullable OriginFacts origin,
        boolean isTaken,
        Counts counts) {
    static final String NAME = "imagenet";
    static final Counts UNUSED = counts(0, 0, 0, 0, 0);
    private static final int ENOUGH_ROUNDS = 5;

    /** Returns counts of which all consumers are in one project. */
    static Counts counts(int shares, int mirrors, int consumers, int revoked, int evicting) {
        return new Counts(shares, mirrors, ConsumingProjects.of(Map.of("speech", consumers)), revoked, evicting);
    }

    Plan<DataVolumeAction, DataVolumeReport> plan() {
        return DataVolumePlan.plan(
                new DataVolumeFacts(NAME, "data", isDeleting, isHeld, home, noted, claim, origin, isTaken, counts));
    }

    /** Returns the world after rounds until nothing is left to do, and after the status was written. */
    World settled() {
        var world = this;
        for (int round = 0; round < ENOUGH_ROUNDS; round++) {
            var plan = world.plan();
            if (plan.actions().isEmpty()) {
                return world.noted(plan.report().origin());
            }
            world = world.after(plan.actions());
        }
        throw new AssertionError("does not settle: " + world);
    }

    World after(List<DataVolumeAction> actions) {
        var world = this;
        for (var action : actions) {
            world = world.after(action);
        }
        return world;
    }

    private World after(DataVolumeAction action) {
        return switch (action) {
            case DataVolumeAction.AddFinalizer ignored -> held(true);
            case DataVolumeAction.RemoveFinalizer ignored -> held(false);
            case DataVolumeAction.LabelClaim label -> claim(labelled(label.dataVolume()));
            case DataVolumeAction.UnlabelClaim ignored -> claim(labelled(null));
            case DataVolumeAction.RetainOrigin retain -> origin(policy("Retain", retain.policyBefore()));
            case DataVolumeAction.RestoreOrigin restore -> origin(policy(restore.policy(), null));
        };
    }

    private ClaimFacts labelled(@Nullable String name) {
        if (claim == null) {
            throw new AssertionError("labelled what is not there");
        }
        return new ClaimFacts(claim.uid(), claim.ending(), claim.mirror(), claim.binding(), name);
    }

    private OriginFacts policy(String policy, @Nullable String before) {
        if (origin == null) {
            throw new AssertionError("changed what is not there");
        }
        return new OriginFacts(
                origin.name(),
                origin.claimUid(),
                origin.driver(),
                origin.capacity(),
                origin.accessModes(),
                policy,
                before,
                origin.refusal(),
                origin.writeRefusal(),
                origin.aliases());
    }

    World deleting() {
        return new World(true, isHeld, home, noted, claim, origin, isTaken, counts);
    }

    World held(boolean now) {
        return new World(isDeleting, now, home, noted, claim, origin, isTaken, counts);
    }

    World home(DataVolumeFacts.Home now) {
        return new World(isDeleting, isHeld, now, noted, claim, origin, isTaken, counts);
    }

    World noted(@Nullable OriginStatus now) {
        return new World(isDeleting, isHeld, home, now, claim, origin, isTaken, counts);
    }

    World claim(@Nullable ClaimFacts now) {
        return new World(isDeleting, isHeld, home, noted, now, origin, isTaken, counts);
    }

    World origin(@Nullable OriginFacts now) {
        return new World(isDeleting, isHeld, home, noted, claim, now, isTaken, counts);
    }

    World taken(boolean now) {
        return new World(isDeleting, isHeld, home, noted, claim, origin, now, counts);
    }

    World counts(Counts now) {
        return new World(isDeleting, isHeld, home, noted, claim, origin, isTaken, now);
    }
}
