package dev.mooring.controller.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.reconcile.Plan;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MirrorPlanTest {
    private static final Grant NONE = new Grant.None();
    private static final Grant IN_FORCE = new Grant.InForce("volume-uid");
    private static final Grant DORMANT = new Grant.Dormant("volume-uid");
    private static final MirrorClaimFacts WHOLE = unusedFor(null);
    private static final MirrorClaimFacts WITHOUT_VOLUME =
            new MirrorClaimFacts("claim-uid", true, false, "volume-uid", false, "", null);
    private static final MirrorClaimFacts ENDING =
            new MirrorClaimFacts("claim-uid", true, true, "volume-uid", true, "train-1", null);
    private static final MirrorClaimFacts FOREIGN =
            new MirrorClaimFacts("claim-uid", false, false, "", false, "", null);
    private static final Duration GRACE = Duration.ofMinutes(10);

    @Test
    void makesTheClaimForTheFirstConsumer() {
        assertThat(plan(true, IN_FORCE, null)).isEqualTo(does(new MirrorAction.MakeClaim()));
    }

    @Test
    void makesNothingThatNobodyWants() {
        assertThat(plan(false, IN_FORCE, null)).isEqualTo(nothing());
    }

    @Test
    void makesNothingWithoutAGrant() {
        assertThat(plan(true, NONE, null)).isEqualTo(nothing());
    }

    @Test
    void makesNothingOfADataVolumeThatIsNotReady() {
        assertThat(plan(true, DORMANT, null)).isEqualTo(nothing());
    }

    @Test
    void makesNothingInANamespaceThatIsBeingDeleted() {
        var facts = new MirrorFacts(true, IN_FORCE, null, null, List.of(), "", GRACE, true, false);

        assertThat(MirrorPlan.plan(facts)).isEqualTo(nothing());
    }

    @Test
    void makesTheVolumeOfAClaimThatHasNone() {
        assertThat(plan(true, IN_FORCE, WITHOUT_VOLUME)).isEqualTo(does(new MirrorAction.MakeVolume("claim-uid")));
    }

    @Test
    void notesSinceWhenNobodyUsesIt() {
        assertThat(plan(false, IN_FORCE, WHOLE)).isEqualTo(does(new MirrorAction.NoteUnused("claim-uid")));
    }

    @Test
    void keepsWhatNobodyUsesForAWhileAndLooksAgain() {
        assertThat(plan(false, IN_FORCE, unusedFor(Duration.ofMinutes(4))))
                .isEqualTo(new Plan<>(List.of(), MirrorReport.FINE, Duration.ofMinutes(6)));
    }

    @Test
    void deletesWhatNobodyHasUsedForLongEnough() {
        assertThat(plan(false, IN_FORCE, unusedFor(GRACE)).actions())
                .containsExactly(new MirrorAction.DeleteClaim("claim-uid"));
    }

    @Test
    void notesThatItIsUsedAgainHoweverLongItWasNot() {
        assertThat(plan(true, IN_FORCE, unusedFor(Duration.ofDays(1))))
                .isEqualTo(does(new MirrorAction.NoteUsed("claim-uid")));
    }

    @Test
    void looksAgainAtWhateverEndsFirst() {
        var left = Duration.ofMinutes(2);
        var claim = unusedFor(Duration.ofMinutes(4));

        assertThat(MirrorPlan.plan(new MirrorFacts(false, IN_FORCE, left, claim, List.of(), "", GRACE, false, false))
                        .again())
                .isEqualTo(left);
    }

    @Test
    void notesWhoKeepsAClaimThatIsBeingDeleted() {
        var facts = new MirrorFacts(true, IN_FORCE, null, ENDING, List.of(), "train-2", GRACE, false, false);

        assertThat(MirrorPlan.plan(facts)).isEqualTo(does(new MirrorAction.NoteHolders("claim-uid", "train-2")));
    }

    @Test
    void keepsWhatCannotBeMadeAtPresent() {
        assertThat(plan(true, DORMANT, WHOLE)).isEqualTo(nothing());
    }

    @Test
    void deletesTheClaimWhenTheGrantHasEnded() {
        assertThat(plan(true, NONE, WHOLE)).isEqualTo(does(new MirrorAction.DeleteClaim("claim-uid")));
    }

    @Test
    void keepsTheClaimUntilTheRevocationIsCarriedOut() {
        assertThat(unrevoked(NONE)).isEqualTo(nothing());
        assertThat(unrevoked(new Grant.Dormant("other-uid"))).isEqualTo(nothing());
        assertThat(unrevoked(new Grant.InForce("other-uid"))).isEqualTo(nothing());
    }

    @Test
    void deletesTheMirrorOfAnEarlierDataVolumeOfTheName() {
        assertThat(plan(true, new Grant.InForce("other-uid"), WHOLE))
                .isEqualTo(does(new MirrorAction.DeleteClaim("claim-uid")));
    }

    @Test
    void deletesTheMirrorOfAnEarlierDataVolumeEvenIfTheNewOneIsNotReady() {
        assertThat(plan(true, new Grant.Dormant("other-uid"), WHOLE))
                .isEqualTo(does(new MirrorAction.DeleteClaim("claim-uid")));
    }

    @Test
    void leavesAClaimThatIsBeingDeletedToItsPods() {
        assertThat(plan(true, IN_FORCE, ENDING)).isEqualTo(nothing());
        assertThat(plan(false, NONE, ENDING)).isEqualTo(nothing());
    }

    @Test
    void deletesTheVolumeOfAClaimThatIsGone() {
        var facts = new MirrorFacts(false, NONE, null, null, List.of("mooring-old"), "", GRACE, false, false);

        assertThat(MirrorPlan.plan(facts)).isEqualTo(does(new MirrorAction.DeleteVolume("mooring-old")));
    }

    @Test
    void cleansUpAfterAnEarlierClaimAndMakesTheNext() {
        var facts = new MirrorFacts(true, IN_FORCE, null, null, List.of("mooring-old"), "", GRACE, false, false);

        assertThat(MirrorPlan.plan(facts).actions())
                .containsExactly(new MirrorAction.DeleteVolume("mooring-old"), new MirrorAction.MakeClaim());
    }

    @Test
    void neverDeletesAClaimThatIsNotOurs() {
        assertThat(plan(true, NONE, FOREIGN)).isEqualTo(nothing());
    }

    @Test
    void reportsAClaimThatIsNotOursWhereAMirrorIsWanted() {
        assertThat(plan(true, IN_FORCE, FOREIGN)).isEqualTo(Plan.of(List.of(), MirrorReport.NAME_TAKEN));
    }

    @Test
    void looksAgainWhenTheGrantEnds() {
        var left = Duration.ofMinutes(5);
        var facts = new MirrorFacts(true, IN_FORCE, left, WHOLE, List.of(), "", GRACE, false, false);

        assertThat(MirrorPlan.plan(facts)).isEqualTo(new Plan<>(List.of(), MirrorReport.FINE, left));
    }

    private static MirrorClaimFacts unusedFor(@Nullable Duration time) {
        return new MirrorClaimFacts("claim-uid", true, false, "volume-uid", true, "", time);
    }

    private static Plan<MirrorAction, MirrorReport> plan(
            boolean wanted, Grant grant, @Nullable MirrorClaimFacts claim) {
        return MirrorPlan.plan(new MirrorFacts(
                wanted, grant, null, claim, List.of(), claim == null ? "" : claim.heldBy(), GRACE, false, false));
    }

    private static Plan<MirrorAction, MirrorReport> unrevoked(Grant grant) {
        return MirrorPlan.plan(new MirrorFacts(true, grant, null, WITHOUT_VOLUME, List.of(), "", GRACE, false, true));
    }

    private static Plan<MirrorAction, MirrorReport> does(MirrorAction action) {
        return Plan.of(List.of(action), MirrorReport.FINE);
    }

    private static Plan<MirrorAction, MirrorReport> nothing() {
        return Plan.of(List.of(), MirrorReport.FINE);
    }
}
