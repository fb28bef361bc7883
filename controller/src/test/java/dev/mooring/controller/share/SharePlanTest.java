package dev.mooring.controller.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.object.Readiness;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.decision.StateReason;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharePlanTest {
    private static final Reach REACH = new Reach(3, 2, 5);
    private static final Reach NOBODY = new Reach(0, 0, 0);
    private static final ShareFacts.Source READY = new ShareFacts.Source.Ready();
    private static final Readiness ENDING = Readiness.notReady(
            StateReason.DELETING,
            "is being deleted: grants nothing any more, and goes when every replica of the webhook knows that");

    @Test
    void saysHowFarItGoes() {
        assertThat(SharePlan.plan(facts(READY, null, REACH)))
                .isEqualTo(report(
                        REACH,
                        new Readiness(
                                true,
                                StateReason.SHARED,
                                "pods in the projects that it reaches may mount the data volume"),
                        null));
    }

    @Test
    void looksAgainWhenItExpires() {
        assertThat(SharePlan.plan(facts(READY, Duration.ofMinutes(1), REACH)).again())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void reachesNobodyOnceItHasExpired() {
        assertThat(SharePlan.plan(facts(READY, Duration.ZERO, REACH)))
                .isEqualTo(notReady(StateReason.EXPIRED, "has expired; delete it"));
    }

    @Test
    void saysThatItsTargetIsGone() {
        assertThat(SharePlan.plan(facts(READY, null, NOBODY)))
                .isEqualTo(notReady(StateReason.REACHES_NOBODY, "its target is gone or has no other project"));
    }

    @Test
    void saysThatItsDataVolumeIsGone() {
        assertThat(SharePlan.plan(facts(new ShareFacts.Source.Gone(), null, REACH)))
                .isEqualTo(notReady(
                        StateReason.DATA_VOLUME_GONE,
                        "the data volume \"imagenet\" that was shared is gone; delete this share"));
    }

    @Test
    void saysWhyItsDataVolumeIsNotReady() {
        assertThat(SharePlan.plan(facts(new ShareFacts.Source.NotReady("no claim"), null, REACH)))
                .isEqualTo(report(
                        REACH,
                        new Readiness(
                                false,
                                StateReason.DATA_VOLUME_NOT_READY,
                                "data volume \"imagenet\" is not ready: no claim"),
                        null));
    }

    @Test
    void saysWhyItGivesNoWriteAccessThoughItReaches() {
        assertThat(SharePlan.plan(facts(new ShareFacts.Source.ReadOnly("one device"), null, REACH)))
                .isEqualTo(report(
                        REACH,
                        new Readiness(
                                false,
                                StateReason.READ_ONLY_STORAGE,
                                "pods may read data volume \"imagenet\", and may not write it: one device"),
                        null));
    }

    @Test
    void saysThatItsProjectIsNotReady() {
        assertThat(SharePlan.plan(new ShareFacts("imagenet", true, null, false, READY, null, REACH)))
                .isEqualTo(notReady(
                        StateReason.ORIGIN_PROJECT_NOT_READY,
                        "its namespace is no project's, or the project is not ready"));
    }

    @Test
    void asksToBeHeardBeforeItGoes() {
        assertThat(SharePlan.plan(new ShareFacts("imagenet", false, null, true, READY, null, REACH))
                        .actions())
                .containsExactly(ShareAction.ADD_FINALIZER);
    }

    @Test
    void asksForNothingOnceItIsBeingDeleted() {
        assertThat(SharePlan.plan(new ShareFacts("imagenet", false, Duration.ZERO, true, READY, null, REACH)))
                .isEqualTo(report(NOBODY, ENDING, null));
    }

    @Test
    void reachesNobodyAndStaysWhileAReplicaMayStillBelieveInIt() {
        assertThat(SharePlan.plan(ending(Duration.ofMillis(900))))
                .isEqualTo(report(NOBODY, ENDING, Duration.ofMillis(1600)));
    }

    @Test
    void goesTwoAndAHalfSecondsAfterItsDeletionWasSeen() {
        assertThat(SharePlan.plan(ending(Duration.ofMillis(2499))).actions()).isEmpty();
        assertThat(SharePlan.plan(ending(Duration.ofMillis(2500))).actions())
                .containsExactly(ShareAction.REMOVE_FINALIZER);
    }

    private static ShareFacts ending(Duration since) {
        return new ShareFacts("imagenet", true, since, true, READY, null, REACH);
    }

    private static ShareFacts facts(ShareFacts.Source source, @Nullable Duration left, Reach reach) {
        return new ShareFacts("imagenet", true, null, true, source, left, reach);
    }

    private static Plan<ShareAction, ShareReport> notReady(StateReason reason, String message) {
        return report(NOBODY, new Readiness(false, reason, message), null);
    }

    private static Plan<ShareAction, ShareReport> report(Reach reach, Readiness readiness, @Nullable Duration again) {
        return new Plan<>(List.of(), new ShareReport(reach, readiness), again);
    }
}
