package dev.mooring.controller.volume;

import dev.mooring.controller.object.Readiness;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.controller.volume.DataVolumeAction.AddFinalizer;
import dev.mooring.controller.volume.DataVolumeAction.LabelClaim;
import dev.mooring.controller.volume.DataVolumeAction.RemoveFinalizer;
import dev.mooring.controller.volume.DataVolumeAction.RestoreOrigin;
import dev.mooring.controller.volume.DataVolumeAction.RetainOrigin;
import dev.mooring.controller.volume.DataVolumeAction.UnlabelClaim;
import dev.mooring.decision.StateReason;
import dev.mooring.model.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is done for a data volume.
 *
 * <p>The order matters at both ends: the finalizer comes before the policy Retain, and the old policy comes back only when
 * no mirror is left, or deleting the claim would delete the data under those who still read it.
 */
final class DataVolumePlan {
    private DataVolumePlan() {}

    static Plan<DataVolumeAction, DataVolumeReport> plan(DataVolumeFacts facts) {
        if (facts.deleting()) {
            return letGo(facts);
        }
        return DataVolumeObjections.of(facts)
                .map(objection -> Plan.<DataVolumeAction, DataVolumeReport>of(
                        List.of(),
                        new DataVolumeReport(
                                objection.phase(),
                                facts.noted(),
                                facts.counts(),
                                objection.why(),
                                null,
                                aliased(facts))))
                .orElseGet(() -> keep(facts));
    }

    private static Plan<DataVolumeAction, DataVolumeReport> keep(DataVolumeFacts facts) {
        var claim = facts.claim();
        var origin = facts.origin();
        if (claim == null || origin == null) {
            throw new IllegalStateException("no objection to a data volume without storage");
        }
        var actions = new ArrayList<DataVolumeAction>();
        if (!facts.held()) {
            actions.add(new AddFinalizer());
        }
        if (!facts.name().equals(claim.dataVolume())) {
            actions.add(new LabelClaim(facts.name()));
        }
        var policy = origin.policy();
        if (policy != null && !origin.isRetainedByUs()) {
            actions.add(new RetainOrigin(policy));
        }
        return Plan.of(
                actions,
                new DataVolumeReport(
                        Phase.READY,
                        origin.status(claim.uid()),
                        facts.counts(),
                        Readiness.ready(StateReason.READY, "pods in the projects that it is shared with may mount it"),
                        origin.writable(),
                        origin.aliased()));
    }

    private static Plan<DataVolumeAction, DataVolumeReport> letGo(DataVolumeFacts facts) {
        var mirrors = facts.counts().mirrors();
        if (mirrors > 0 && facts.home() != DataVolumeFacts.Home.ENDING) {
            return Plan.of(
                    List.of(),
                    deleting(
                            facts,
                            StateReason.MIRRORS_REMAIN,
                            mirrors == 1
                                    ? "waits for 1 mirror to go; it is kept as long as a pod uses it"
                                    : "waits for " + mirrors
                                            + " mirrors to go; each is kept as long as a pod uses it"));
        }
        return Plan.of(
                facts.held() ? undo(facts) : List.of(), deleting(facts, StateReason.DELETING, "is being deleted"));
    }

    private static List<DataVolumeAction> undo(DataVolumeFacts facts) {
        var actions = new ArrayList<DataVolumeAction>();
        var claim = facts.claim();
        var origin = facts.origin();
        if (origin != null && origin.policyBefore() != null && isOwn(facts, origin)) {
            actions.add(new RestoreOrigin(origin.policyBefore()));
        }
        if (claim != null && facts.name().equals(claim.dataVolume())) {
            actions.add(new UnlabelClaim());
        }
        actions.add(new RemoveFinalizer());
        return actions;
    }

    /** Whether it is the volume of the very claim that was shared; a crash may have kept that from being noted. */
    private static boolean isOwn(DataVolumeFacts facts, OriginFacts origin) {
        var noted = facts.noted();
        var claim = facts.claim();
        if (noted != null) {
            return Objects.equals(noted.uid(), origin.claimUid());
        }
        return claim != null
                && facts.name().equals(claim.dataVolume())
                && claim.uid().equals(origin.claimUid());
    }

    private static DataVolumeReport deleting(DataVolumeFacts facts, StateReason reason, String message) {
        return new DataVolumeReport(
                Phase.DELETING,
                facts.noted(),
                facts.counts(),
                Readiness.notReady(reason, message),
                null,
                aliased(facts));
    }

    private static @Nullable Readiness aliased(DataVolumeFacts facts) {
        return facts.origin() == null ? null : facts.origin().aliased();
    }
}
