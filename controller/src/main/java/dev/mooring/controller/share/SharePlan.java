package dev.mooring.controller.share;

import dev.mooring.controller.object.Readiness;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.decision.StateReason;
import java.time.Duration;
import java.util.List;

/**
 * Decides what is said about a share, and when it may go.
 *
 * <p>Deleting a share returns when nobody is admitted by it any more. A replica of the webhook refuses what needs a grant
 * once its view is older than two seconds, so half a second more than that is enough and no replica is asked.
 */
final class SharePlan {
    /** How long a share stays after its deletion was first seen. */
    static final Duration UNTIL_IN_FORCE = Duration.ofMillis(2500);

    private static final Reach NOBODY = new Reach(0, 0, 0);

    private SharePlan() {}

    static Plan<ShareAction, ShareReport> plan(ShareFacts facts) {
        var endingFor = facts.endingFor();
        return endingFor == null ? keep(facts) : letGo(facts, UNTIL_IN_FORCE.minus(endingFor));
    }

    private static Plan<ShareAction, ShareReport> keep(ShareFacts facts) {
        var left = facts.left();
        var over = left != null && isOver(left);
        return new Plan<>(
                facts.held() ? List.of() : List.of(ShareAction.ADD_FINALIZER), report(facts, over), over ? null : left);
    }

    private static Plan<ShareAction, ShareReport> letGo(ShareFacts facts, Duration left) {
        var report = none(
                StateReason.DELETING,
                "is being deleted: grants nothing any more, and goes when every replica of the webhook knows that");
        if (!facts.held()) {
            return Plan.of(List.of(), report);
        }
        return isOver(left)
                ? Plan.of(List.of(ShareAction.REMOVE_FINALIZER), report)
                : new Plan<>(List.of(), report, left);
    }

    private static ShareReport report(ShareFacts facts, boolean over) {
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
