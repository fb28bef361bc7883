package dev.mooring.controller.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.reconcile.Plan;
import dev.mooring.controller.revocation.RevocationAction.Delete;
import dev.mooring.controller.revocation.RevocationAction.Evict;
import dev.mooring.controller.revocation.RevocationAction.NoteCovered;
import dev.mooring.controller.revocation.RevocationAction.NoteOnRevoke;
import dev.mooring.controller.revocation.RevocationAction.NoteRevoked;
import dev.mooring.controller.revocation.RevocationAction.NoteTold;
import dev.mooring.controller.revocation.RevocationAction.Tell;
import dev.mooring.controller.revocation.RevocationAction.Why;
import dev.mooring.controller.revocation.RevocationFacts.Mirror;
import dev.mooring.model.RevokeMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevocationPlanTest {
    private static final Instant REVOKED = Instant.parse("2026-11-24T12:00:00.5Z");
    private static final Instant SOON = REVOKED.plusSeconds(1);
    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final Instant OVER = REVOKED.plus(DEADLINE);
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final Instant EARLY = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-24T12:00:01Z");

    private static final EndedShare TO_NLP = new EndedShare("to-nlp", "share-uid");
    private static final Mirror KEEPING = noted(RevokeMode.KEEP, REVOKED);
    private static final Mirror EVICTING = noted(RevokeMode.EVICT, REVOKED);
    private static final Mirror ABSENT = new Mirror.Absent();

    @Test
    void looksAgainWhenTheGrantExpires() {
        for (var mirror : List.of(noted(RevokeMode.KEEP, null), ABSENT)) {
            assertThat(RevocationPlan.plan(new RevocationFacts(
                            true, A_MINUTE, mirror, null, null, List.of(pod(EARLY)), DEADLINE, SOON)))
                    .isEqualTo(new Plan<>(List.of(), RevocationReport.NOTHING, A_MINUTE));
        }
    }

    @Test
    void notesWhatTheShareSaysWhileItIsThere() {
        assertThat(RevocationPlan.plan(covered(noted(RevokeMode.KEEP, null), RevokeMode.EVICT))
                        .actions())
                .containsExactly(new NoteOnRevoke(RevokeMode.EVICT));
    }

    @Test
    void takesBackWhatNoShareSaysAnyMore() {
        assertThat(RevocationPlan.plan(covered(noted(RevokeMode.EVICT, null), RevokeMode.KEEP))
                        .actions())
                .containsExactly(new NoteOnRevoke(RevokeMode.KEEP));
    }

    @Test
    void remembersWhatAShareSaidThatIsGone() {
        var facts = uncovered(noted(RevokeMode.EVICT, null), SOON, pod(EARLY));

        assertThat(RevocationPlan.plan(facts).actions()).containsExactly(new NoteRevoked(SOON, List.of()));
    }

    @Test
    void notesTheEndThatIsRecordedAndWhichShareEndedThen() {
        var share = new ShareTrace("to-nlp", "share-uid", REVOKED, null, null, true, true);
        var traces = new GrantTraces(EARLY, List.of(share), null, List.of());
        var facts = new RevocationFacts(
                false, null, noted(RevokeMode.KEEP, null), null, traces, List.of(pod(LATE)), DEADLINE, OVER);

        assertThat(RevocationPlan.plan(facts).actions()).containsExactly(new NoteRevoked(REVOKED, List.of(TO_NLP)));
    }

    @Test
    void doesNotListenToSharesOnceTheRevocationIsNoted() {
        var facts = new RevocationFacts(
                false, null, KEEPING, RevokeMode.EVICT, null, List.of(pod(EARLY)), DEADLINE, OVER.plusSeconds(1));

        assertThat(RevocationPlan.plan(facts).actions()).isEmpty();
        assertThat(RevocationPlan.plan(facts).report().kept()).hasSize(1);
    }

    @Test
    void notesTheRevocationBeforeAnyPodIsTouched() {
        assertThat(RevocationPlan.plan(uncovered(noted(RevokeMode.EVICT, null), SOON, pod(EARLY), pod(null)))
                        .actions())
                .containsExactly(new NoteRevoked(SOON, List.of()));
    }

    @Test
    void tellsTheOwnerBeforeAnyPodIsTouchedAndNotesThatAllWereToldAfterwards() {
        var revoked = new RevocationReport.Revoked(REVOKED, RevokeMode.EVICT);

        assertThat(RevocationPlan.plan(uncovered(untold(RevokeMode.EVICT), SOON, pod(EARLY)))
                        .actions())
                .containsExactly(
                        new Tell(revoked, List.of(TO_NLP)),
                        new Evict("train", "uid", HALF_A_MINUTE),
                        new NoteTold(revoked, List.of()));
    }

    @Test
    void tellsTheUsersOfWhatRunsOn() {
        var revoked = new RevocationReport.Revoked(REVOKED, RevokeMode.KEEP);

        assertThat(RevocationPlan.plan(uncovered(untold(RevokeMode.KEEP), SOON, pod(EARLY)))
                        .actions())
                .containsExactly(new Tell(revoked, List.of(TO_NLP)), new NoteTold(revoked, List.of(pod(EARLY))));
    }

    @Test
    void tellsNobodyOfARevocationThatConcernsNoPod() {
        assertThat(RevocationPlan.plan(uncovered(untold(RevokeMode.EVICT), SOON))
                        .actions())
                .isEmpty();
    }

    @Test
    void notesThatAGrantCoversTheMirrorAgain() {
        assertThat(RevocationPlan.plan(covered(EVICTING, RevokeMode.EVICT, pod(EARLY)))
                        .actions())
                .containsExactly(new NoteCovered());
    }

    @Test
    void touchesNoPodThatIsCovered() {
        assertThat(RevocationPlan.plan(covered(noted(RevokeMode.EVICT, null), RevokeMode.EVICT, pod(LATE))))
                .isEqualTo(Plan.of(List.of(), RevocationReport.NOTHING));
    }

    @Test
    void touchesNoPodOfAClaimThatIsNotOurs() {
        assertThat(RevocationPlan.plan(uncovered(new Mirror.Foreign(), OVER, pod(LATE))))
                .isEqualTo(Plan.of(List.of(), RevocationReport.NOTHING));
    }

    @Test
    void keepsWhatRanBeforeTheRevocation() {
        assertThat(RevocationPlan.plan(uncovered(KEEPING, OVER, pod(EARLY))))
                .isEqualTo(Plan.of(
                        List.of(),
                        new RevocationReport(
                                new RevocationReport.Revoked(REVOKED, RevokeMode.KEEP), List.of(pod(EARLY)), 0)));
    }

    @Test
    void countsThoseThatAreToGoThoughNothingIsDoneForThemNow() {
        var asked = pod(EARLY, HALF_A_MINUTE, null, Duration.ofSeconds(2));

        assertThat(RevocationPlan.plan(uncovered(EVICTING, SOON, asked)).report())
                .isEqualTo(new RevocationReport(new RevocationReport.Revoked(REVOKED, RevokeMode.EVICT), List.of(), 1));
    }

    @Test
    void deletesWhatGotItsNodeAfterTheRevocationThoughTheShareSaidKeep() {
        assertThat(RevocationPlan.plan(uncovered(KEEPING, SOON, pod(LATE))).actions())
                .containsExactly(new Delete("train", "uid", HALF_A_MINUTE, Why.PLACED_LATE));
    }

    @Test
    void leavesAPodAloneThatHasNoNodeWhereTheShareSaidKeep() {
        assertThat(RevocationPlan.plan(uncovered(KEEPING, SOON, pod(null))).actions())
                .isEmpty();
    }

    @Test
    void evictsWhatRunsWhereTheShareSaidEvict() {
        assertThat(RevocationPlan.plan(uncovered(EVICTING, SOON, pod(EARLY))).actions())
                .containsExactly(new Evict("train", "uid", HALF_A_MINUTE));
    }

    @Test
    void evictsWhatHasNoNodeYetToo() {
        assertThat(RevocationPlan.plan(uncovered(EVICTING, SOON, pod(null))).actions())
                .containsExactly(new Evict("train", "uid", HALF_A_MINUTE));
    }

    @Test
    void givesAMinuteAtMostHoweverMuchThePodAsksFor() {
        assertThat(RevocationPlan.plan(uncovered(EVICTING, SOON, pod(EARLY, Duration.ofDays(9), null, null)))
                        .actions())
                .containsExactly(new Evict("train", "uid", A_MINUTE));
    }

    @Test
    void deletesWhatIsStillThereAtTheDeadline() {
        assertThat(RevocationPlan.plan(uncovered(EVICTING, OVER.minusNanos(1), pod(EARLY)))
                        .actions())
                .containsExactly(new Evict("train", "uid", HALF_A_MINUTE));
        assertThat(RevocationPlan.plan(uncovered(EVICTING, OVER, pod(EARLY))).actions())
                .containsExactly(new Delete("train", "uid", HALF_A_MINUTE, Why.DEADLINE_PASSED));
    }

    @Test
    void doesNotAskAgainAtOnce() {
        var asked = pod(EARLY, HALF_A_MINUTE, null, Duration.ofSeconds(2));

        assertThat(RevocationPlan.plan(uncovered(EVICTING, SOON, asked)))
                .extracting(Plan::actions, Plan::again)
                .containsExactly(List.of(), Duration.ofSeconds(3));
    }

    @Test
    void looksAgainAtTheDeadlineThoughAPodWasAskedJustNow() {
        var asked = pod(EARLY, HALF_A_MINUTE, null, Duration.ZERO);

        assertThat(RevocationPlan.plan(uncovered(EVICTING, OVER.minusSeconds(1), asked))
                        .again())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void leavesAPodInPeaceThatIsOnItsWayOut() {
        var ending = pod(EARLY, HALF_A_MINUTE, A_MINUTE, null);

        assertThat(RevocationPlan.plan(uncovered(EVICTING, SOON, ending)).actions())
                .isEmpty();
    }

    @Test
    void shortensADeletionThatWouldTakeForever() {
        var ending = pod(EARLY, Duration.ofDays(9), A_MINUTE.plusSeconds(1), null);

        assertThat(RevocationPlan.plan(uncovered(EVICTING, SOON, ending)).actions())
                .containsExactly(new Evict("train", "uid", A_MINUTE));
    }

    @Test
    void whatIsPlacedWhenTheClaimIsGoneCameLate() {
        assertThat(RevocationPlan.plan(uncovered(ABSENT, EARLY.plusSeconds(10), pod(EARLY)))
                        .actions())
                .containsExactly(new Delete("train", "uid", HALF_A_MINUTE, Why.PLACED_LATE));
    }

    @Test
    void whatIsPlacedWithoutAClaimMayHaveAShareThatIsNewsToUs() {
        assertThat(RevocationPlan.plan(uncovered(ABSENT, EARLY.plusSeconds(4), pod(EARLY))))
                .extracting(Plan::actions, Plan::again)
                .containsExactly(List.of(), Duration.ofSeconds(6));
    }

    @Test
    void leavesADeletionToItsUserWhereTheShareSaidKeepAndCountsThePodAsOneThatGoes() {
        var ending = pod(EARLY, HALF_A_MINUTE, Duration.ofDays(9), null);

        assertThat(RevocationPlan.plan(uncovered(KEEPING, SOON, ending)))
                .isEqualTo(new Plan<>(
                        List.of(),
                        new RevocationReport(new RevocationReport.Revoked(REVOKED, RevokeMode.KEEP), List.of(), 1),
                        A_MINUTE));
    }

    @Test
    void countsWhatHasNoClaimAsTheDataVolumeDoes() {
        assertThat(RevocationPlan.plan(uncovered(ABSENT, OVER, pod(EARLY), pod(null)))
                        .report())
                .isEqualTo(new RevocationReport(null, List.of(pod(null)), 1));
    }

    @Test
    void whatHasNeitherClaimNorNodeHoldsNothing() {
        assertThat(RevocationPlan.plan(uncovered(ABSENT, OVER, pod(null))).actions())
                .isEmpty();
    }

    private static Mirror noted(RevokeMode mode, @Nullable Instant revokedAt) {
        return new Mirror.Present(new MirrorNotes(mode, revokedAt, null));
    }

    /** As after the revocation was noted, and before anything else was done. */
    private static Mirror untold(RevokeMode mode) {
        return new Mirror.Present(new MirrorNotes(mode, REVOKED, List.of(TO_NLP)));
    }

    private static RevocationFacts covered(Mirror mirror, RevokeMode says, ConsumerFacts... pods) {
        return new RevocationFacts(true, null, mirror, says, null, List.of(pods), DEADLINE, SOON);
    }

    private static RevocationFacts uncovered(Mirror mirror, Instant now, ConsumerFacts... pods) {
        return new RevocationFacts(false, null, mirror, null, null, List.of(pods), DEADLINE, now);
    }

    private static ConsumerFacts pod(@Nullable Instant placedAt) {
        return pod(placedAt, HALF_A_MINUTE, null, null);
    }

    private static ConsumerFacts pod(
            @Nullable Instant placedAt, Duration grace, @Nullable Duration endsWithin, @Nullable Duration askedFor) {
        return new ConsumerFacts("train", "uid", placedAt, grace, endsWithin, askedFor);
    }
}
