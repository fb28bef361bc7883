package dev.mooring.controller.share;

import dev.mooring.controller.object.Readiness;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.decision.StateReason;
import java.time.Duration;
import java.util.List;

/** Decides what is said about a share; there is never anything to do. */
final class SharePlan {
    private static final Reach NOBODY = new Reach(0, 0, 0);

    private SharePlan() {}

    static Plan<Void, ShareReport> plan(ShareFacts facts) {
        var left = facts.left();
        var over = left != null && isOver(left);
        return new Plan<>(List.of(), report(facts, over), over ? null : left);
    }

    private static ShareReport report(ShareFacts facts, boolean over) {
        if (facts.deleting()) {
            return none(StateReason.DELETING, "is being deleted");
        }
        if (over) {
            return none(StateReason.EXPIRED, "has expired; delete it");
        }
        if (!facts.originReady()) {
            return none(
                    StateReason.ORIGIN_PROJECT_NOT_READY, "its namespace is no project's, or the project is not ready");
        }
        var volume = "data volume \"" + facts.dataVolume() + "\"";
        return switch (facts.source()) {
            case ShareFacts.Source.Gone ignored ->
                none(StateReason.DATA_VOLUME_GONE, "the " + volume + " that was shared is gone; delete this share");
            case ShareFacts.Source.NotReady not ->
                new ShareReport(
                        facts.reach(),
                        Readiness.notReady(StateReason.DATA_VOLUME_NOT_READY, volume + " is not ready: " + not.why()));
            case ShareFacts.Source.ReadOnly readOnly ->
                new ShareReport(
                        facts.reach(),
                        Readiness.notReady(
                                StateReason.READ_ONLY_STORAGE,
                                "pods may read " + volume + ", and may not write it: " + readOnly.why()));
            case ShareFacts.Source.Ready ignored -> inForce(facts);
        };
    }

    private static ShareReport inForce(ShareFacts facts) {
        return facts.reach().projects() == 0
                ? none(StateReason.REACHES_NOBODY, "its target is gone or has no other project")
                : new ShareReport(
                        facts.reach(),
                        Readiness.ready(
                                StateReason.SHARED, "pods in the projects that it reaches may mount the data volume"));
    }

    private static ShareReport none(StateReason reason, String message) {
        return new ShareReport(NOBODY, Readiness.notReady(reason, message));
    }

    private static boolean isOver(Duration left) {
        return left.isNegative() || left.isZero();
    }
}
