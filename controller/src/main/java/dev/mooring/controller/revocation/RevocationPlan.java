package dev.mooring.controller.revocation;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which consumers of a mirror are evicted or deleted, when, and with what grace.
 *
 * <p>What the shares say is noted on the claim while they are there, for a grant may end in ways that leave nobody to ask.
 * Then the time of the revocation is noted, once; only then is a pod touched. Notes come before deeds, so a controller that
 * starts goes on where another one stopped, and two at once do the same. Who is to be told is noted together with the time,
 * and that note goes only when everybody has been told and every pod has been dealt with once.
 *
 * <p>Where the claim is gone there is no note, and none is needed: a pod that has a node keeps the claims that it mounts.
 */
final class RevocationPlan {
    /** What a pod gets at most, whatever it asks for. */
    static final Duration LONGEST_GRACE = Duration.ofSeconds(60);

    /** How long an answer of the API server is given to show, and a disruption budget to change its mind. */
    static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(5);

    /** How long a pod without a claim is left alone, for its share may be news that has not arrived. */
    static final Duration UNTIL_SETTLED = Duration.ofSeconds(10);

    /** What becomes of a pod that others are deleting and that might have stayed: it may take as long as it likes. */
    private static final Fate BY_ITSELF = new Fate.Waits(LONGEST_GRACE);

    private RevocationPlan() {}

    static Plan<RevocationAction, RevocationReport> plan(RevocationFacts facts) {
        return switch (facts.mirror()) {
            case Mirror.Foreign ignored -> Plan.of(List.of(), RevocationReport.NOTHING);
            case Mirror.Absent ignored -> facts.covered() ? untilTheEnd(facts) : withoutClaim(facts);
            case Mirror.Present present ->
                note(facts, present.notes())
                        .<Plan<RevocationAction, RevocationReport>>map(
                                note -> Plan.of(List.of(note), RevocationReport.NOTHING))
                        .orElseGet(() -> carryOut(facts, present.notes()));
        };
    }

    /** A grant may expire though nothing changes. */
    private static Plan<RevocationAction, RevocationReport> untilTheEnd(RevocationFacts facts) {
        return new Plan<>(List.of(), RevocationReport.NOTHING, facts.left());
    }

    private static Optional<RevocationAction> note(RevocationFacts facts, MirrorNotes notes) {
        var isOpen = facts.covered() || notes.revokedAt() == null;
        if (isOpen && facts.onRevoke() != null && facts.onRevoke() != notes.onRevoke()) {
            return Optional.of(new NoteOnRevoke(facts.onRevoke()));
        }
        if (facts.covered()) {
            return notes.revokedAt() == null ? Optional.empty() : Optional.of(new NoteCovered());
        }
        return notes.revokedAt() == null ? Optional.of(noteRevoked(facts)) : Optional.empty();
    }

    /** What has left no trace had ended by now. */
    private static NoteRevoked noteRevoked(RevocationFacts facts) {
        var traces = facts.traces();
        return traces == null
                ? new NoteRevoked(facts.now(), List.of())
                : new NoteRevoked(GrantEnd.of(traces).orElse(facts.now()), GrantEnd.sharesThatEnded(traces));
    }

    private static Plan<RevocationAction, RevocationReport> carryOut(RevocationFacts facts, MirrorNotes notes) {
        var revokedAt = notes.revokedAt();
        if (revokedAt == null) {
            return untilTheEnd(facts);
        }
        var fates = facts.consumers().stream()
                .map(consumer -> fate(consumer, facts, notes.onRevoke(), revokedAt))
                .toList();
        var revoked = new RevocationReport.Revoked(revokedAt, notes.onRevoke());
        var plan = plan(fates, revoked);
        return notes.untold() == null || fates.isEmpty() ? plan : telling(plan, revoked, notes.untold());
    }

    /** The owner is told first: pods that are ended may be gone before the rest is done, and nobody is left to tell for. */
    private static Plan<RevocationAction, RevocationReport> telling(
            Plan<RevocationAction, RevocationReport> plan, RevocationReport.Revoked revoked, List<EndedShare> untold) {
        var actions = new ArrayList<RevocationAction>();
        actions.add(new Tell(revoked, untold));
        actions.addAll(plan.actions());
        actions.add(new NoteTold(revoked, plan.report().kept()));
        return new Plan<>(actions, plan.report(), plan.again());
    }

    private static Plan<RevocationAction, RevocationReport> withoutClaim(RevocationFacts facts) {
        var fates = facts.consumers().stream()
                .map(consumer -> fateWithoutClaim(consumer, facts.now()))
                .toList();
        return plan(fates, null);
    }

    private static Plan<RevocationAction, RevocationReport> plan(
            List<Fate> fates, RevocationReport.@Nullable Revoked revoked) {
        var actions = new ArrayList<RevocationAction>();
        var kept = new ArrayList<ConsumerFacts>();
        Duration again = null;
        for (var fate : fates) {
            switch (fate) {
                case Fate.Kept keep -> kept.add(keep.consumer());
                case Fate.Ended end -> actions.add(end.action());
                case Fate.Waits waits ->
                    again = again == null || waits.left().compareTo(again) < 0 ? waits.left() : again;
            }
        }
        return new Plan<>(actions, new RevocationReport(revoked, kept, fates.size() - kept.size()), again);
    }

    private static Fate fate(ConsumerFacts consumer, RevocationFacts facts, RevokeMode mode, Instant revokedAt) {
        var prospect = Prospect.of(mode, revokedAt, consumer.placedAt(), consumer.endsWithin() != null);
        if (prospect == Prospect.STAYS) {
            return new Fate.Kept(consumer);
        }
        if (Prospect.isLate(consumer.placedAt(), revokedAt)) {
            return end(consumer, delete(consumer, Why.PLACED_LATE));
        }
        return mode == RevokeMode.KEEP ? BY_ITSELF : evict(consumer, facts.now(), revokedAt.plus(facts.deadline()));
    }

    private static Fate evict(ConsumerFacts consumer, Instant now, Instant deadline) {
        return now.isBefore(deadline)
                ? end(consumer, new Evict(consumer.name(), consumer.uid(), grace(consumer)))
                        .noLaterThan(Duration.between(now, deadline))
                : end(consumer, delete(consumer, Why.DEADLINE_PASSED));
    }

    /** A pod that was placed while the claim was there would have kept it. */
    private static Fate fateWithoutClaim(ConsumerFacts consumer, Instant now) {
        if (Prospect.withoutMirror(consumer.placedAt(), consumer.endsWithin() != null) == Prospect.STAYS) {
            return new Fate.Kept(consumer);
        }
        if (consumer.placedAt() == null) {
            return BY_ITSELF;
        }
        var left = Duration.between(now, consumer.placedAt().plus(UNTIL_SETTLED));
        return left.isPositive() ? new Fate.Waits(left) : end(consumer, delete(consumer, Why.PLACED_LATE));
    }

    /** Whoever is on the way out in time, or was asked just now, is left in peace. */
    private static Fate end(ConsumerFacts consumer, RevocationAction action) {
        if (consumer.endsWithin() != null && consumer.endsWithin().compareTo(LONGEST_GRACE) <= 0) {
            return new Fate.Waits(LONGEST_GRACE);
        }
        if (consumer.askedFor() != null && consumer.askedFor().compareTo(BETWEEN_REQUESTS) < 0) {
            return new Fate.Waits(BETWEEN_REQUESTS.minus(consumer.askedFor()));
        }
        return new Fate.Ended(action);
    }

    private static Delete delete(ConsumerFacts consumer, Why why) {
        return new Delete(consumer.name(), consumer.uid(), grace(consumer), why);
    }

    private static Duration grace(ConsumerFacts consumer) {
        return consumer.grace().compareTo(LONGEST_GRACE) < 0 ? consumer.grace() : LONGEST_GRACE;
    }
}
