package dev.mooring.controller.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.revocation.RevocationAction.Delete;
import dev.mooring.controller.revocation.RevocationAction.Evict;
import dev.mooring.controller.revocation.RevocationAction.NoteCovered;
import dev.mooring.controller.revocation.RevocationAction.NoteOnRevoke;
import dev.mooring.controller.revocation.RevocationAction.NoteRevoked;
import dev.mooring.controller.revocation.RevocationAction.NoteTold;
import dev.mooring.controller.revocation.RevocationAction.Tell;
import dev.mooring.controller.revocation.RevocationFacts.Mirror;
import dev.mooring.model.RevokeMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class RevocationPlanProperties {
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final int SPAN = 600;

    @Property
    void nobodyIsTouchedWhoIsCovered(@ForAll("facts") RevocationFacts facts) {
        var covered = new RevocationFacts(
                true,
                facts.left(),
                facts.mirror(),
                facts.onRevoke(),
                facts.traces(),
                facts.consumers(),
                facts.deadline(),
                facts.now());

        assertThat(deeds(covered)).isEmpty();
    }

    @Property
    void noPodIsGivenMoreThanAMinuteOrThanItAsksFor(@ForAll("facts") RevocationFacts facts) {
        assertThat(deeds(facts))
                .allSatisfy(deed -> assertThat(grace(deed))
                        .isLessThanOrEqualTo(Duration.ofSeconds(60))
                        .isLessThanOrEqualTo(consumer(facts, deed).grace()));
    }

    @Property
    void whatKeepSparesRanBeforeTheRevocation(@ForAll("facts") RevocationFacts facts) {
        assertThat(RevocationPlan.plan(facts).report().kept())
                .allSatisfy(pod -> assertThat(
                                pod.placedAt() == null || !pod.placedAt().isAfter(revokedAt(facts)))
                        .isTrue());
    }

    @Property
    void onlyLateOrOverduePodsAreDeleted(@ForAll("facts") RevocationFacts facts) {
        assertThat(deeds(facts).stream().filter(Delete.class::isInstance).map(Delete.class::cast))
                .allSatisfy(delete -> assertThat(isDue(facts, delete)).isTrue());
    }

    @Property
    void afterTheDeadlineNobodyWhoWasToBeEvictedIsMerelyAsked(@ForAll("facts") RevocationFacts facts) {
        var late = new RevocationFacts(
                false,
                null,
                new Mirror.Present(new MirrorNotes(RevokeMode.EVICT, START, null)),
                null,
                null,
                facts.consumers(),
                facts.deadline(),
                START.plus(facts.deadline()));

        assertThat(deeds(late)).noneMatch(Evict.class::isInstance);
        assertThat(RevocationPlan.plan(late).report().kept()).isEmpty();
    }

    @Property
    void whoeverIsNotKeptIsLookedAtAgainOrDealtWithNow(@ForAll("facts") RevocationFacts facts) {
        var plan = RevocationPlan.plan(facts);
        var waiting = facts.consumers().size()
                - deeds(facts).size()
                - plan.report().kept().size();

        if (plan.report().revoked() != null && waiting > 0) {
            assertThat(plan.again()).isNotNull().isPositive();
        }
    }

    @Property
    void notesSettleBeforeDeeds(@ForAll("facts") RevocationFacts facts) {
        assertThat(RevocationPlan.plan(noted(noted(noted(facts)))).actions())
                .noneMatch(action -> action instanceof NoteOnRevoke
                        || action instanceof NoteRevoked
                        || action instanceof NoteCovered);
    }

    @Property
    void everybodyIsToldOnce(@ForAll("facts") RevocationFacts facts) {
        var settled = noted(noted(noted(noted(facts))));

        assertThat(RevocationPlan.plan(settled).actions())
                .noneMatch(action -> action instanceof Tell || action instanceof NoteTold);
    }

    /** The facts after the notes of their plan, if it has any. */
    private static RevocationFacts noted(RevocationFacts facts) {
        if (!(facts.mirror() instanceof Mirror.Present present)) {
            return facts;
        }
        var notes = present.notes();
        return RevocationPlan.plan(facts).actions().stream()
                .reduce((first, last) -> last)
                .map(action -> switch (action) {
                    case NoteOnRevoke note ->
                        with(facts, new MirrorNotes(note.mode(), notes.revokedAt(), notes.untold()));
                    case NoteRevoked note -> with(facts, new MirrorNotes(notes.onRevoke(), note.at(), note.shares()));
                    case NoteCovered ignored -> with(facts, new MirrorNotes(notes.onRevoke(), null, null));
                    case NoteTold ignored -> with(facts, new MirrorNotes(notes.onRevoke(), notes.revokedAt(), null));
                    case Tell ignored -> facts;
                    case Evict ignored -> facts;
                    case Delete ignored -> facts;
                })
                .orElse(facts);
    }

    private static RevocationFacts with(RevocationFacts facts, MirrorNotes notes) {
        return new RevocationFacts(
                facts.covered(),
                facts.left(),
                new Mirror.Present(notes),
                facts.onRevoke(),
                facts.traces(),
                facts.consumers(),
                facts.deadline(),
                facts.now());
    }

    private static boolean isDue(RevocationFacts facts, Delete delete) {
        var pod = consumer(facts, delete);
        return switch (delete.why()) {
            case PLACED_LATE ->
                pod.placedAt() != null
                        && (facts.mirror() instanceof Mirror.Absent
                                || pod.placedAt().isAfter(revokedAt(facts)));
            case DEADLINE_PASSED -> !facts.now().isBefore(revokedAt(facts).plus(facts.deadline()));
        };
    }

    private static Instant revokedAt(RevocationFacts facts) {
        return facts.mirror() instanceof Mirror.Present present
                        && present.notes().revokedAt() != null
                ? present.notes().revokedAt()
                : Instant.MIN;
    }

    private static List<RevocationAction> deeds(RevocationFacts facts) {
        return RevocationPlan.plan(facts).actions().stream()
                .filter(action -> action instanceof Evict || action instanceof Delete)
                .toList();
    }

    private static Duration grace(RevocationAction deed) {
        return deed instanceof Evict evict ? evict.grace() : ((Delete) deed).grace();
    }

    private static ConsumerFacts consumer(RevocationFacts facts, RevocationAction deed) {
        var uid = deed instanceof Evict evict ? evict.uid() : ((Delete) deed).uid();
        return facts.consumers().stream()
                .filter(pod -> pod.uid().equals(uid))
                .findFirst()
                .orElseThrow();
    }

    @Provide
    Arbitrary<RevocationFacts> facts() {
        var modes = Arbitraries.of(RevokeMode.class);
        var untold = Arbitraries.of(List.<EndedShare>of(), List.of(new EndedShare("to-nlp", "share-uid")));
        var notes = Combinators.combine(modes, times().injectNull(0.3), untold.injectNull(0.5))
                .as(MirrorNotes::new);
        Arbitrary<Mirror> mirrors = Arbitraries.frequencyOf(
                Tuple.of(6, notes.map(Mirror.Present::new)),
                Tuple.of(1, Arbitraries.of(new Mirror.Absent(), new Mirror.Foreign())));
        return Combinators.combine(
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(Duration.ofMinutes(1)).injectNull(0.5),
                        mirrors,
                        modes.injectNull(0.5),
                        times().map(RevocationPlanProperties::deletedVolume).injectNull(0.5),
                        consumers().list().ofMaxSize(4).uniqueElements(ConsumerFacts::uid),
                        Arbitraries.integers().between(0, SPAN).map(Duration::ofSeconds),
                        times())
                .as(RevocationFacts::new);
    }

    private static GrantTraces deletedVolume(Instant at) {
        return new GrantTraces(START, List.of(), null, List.of(at));
    }

    private static Arbitrary<ConsumerFacts> consumers() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        times().injectNull(0.2),
                        Arbitraries.of(0, 30, 60, 61, 86_400).map(Duration::ofSeconds),
                        Arbitraries.of(0, 60, 61, 86_400)
                                .map(Duration::ofSeconds)
                                .injectNull(0.7),
                        Arbitraries.integers()
                                .between(0, 9)
                                .map(Duration::ofSeconds)
                                .injectNull(0.5))
                .as((uid, placed, grace, ends, asked) ->
                        new ConsumerFacts("pod-" + uid, uid, placed, grace, ends, asked));
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.integers().between(0, SPAN).map(START::plusSeconds);
    }
}
