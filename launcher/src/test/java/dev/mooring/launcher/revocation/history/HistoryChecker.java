package dev.mooring.launcher.revocation.history;

import static java.util.stream.Collectors.groupingBy;

import dev.mooring.launcher.revocation.history.Grant.End;
import dev.mooring.launcher.revocation.history.Times.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges every consumer that the API server let in: was a grant in force at most two seconds before the request was received?
 *
 * <p>A grant ends when its share is deleted, being deleted, expired or lowered; when its data volume, or the project or
 * department on either side, is deleted; when its scope does not contain the project any more. Each of these has two seconds of
 * its own: they need not have been so at one moment, for each kind is watched by itself. A change may have been committed at any
 * moment of its request: what begins, began when that was received, and what ends, ended when it had been answered.
 */
public final class HistoryChecker {
    private static final Duration BOUND = Duration.ofSeconds(2);

    private HistoryChecker() {}

    /** Returns what is found. */
    public static Findings check(History history) {
        Grants grants = new Grants(history);
        List<Verdict> verdicts = new ArrayList<>();
        List<Duration> toRefusal = new ArrayList<>();
        int refused = 0;
        int ends = 0;
        Map<Use, List<Consumer>> byUse = history.consumers().stream().collect(groupingBy(Consumer::use));
        for (Map.Entry<Use, List<Consumer>> entry : byUse.entrySet()) {
            List<Grant> ofUse = grants.of(entry.getKey());
            List<Consumer> consumers = entry.getValue();
            consumers.stream().filter(Consumer::isAdmitted).forEach(consumer -> verdicts.add(judge(consumer, ofUse)));
            refused += (int) consumers.stream()
                    .filter(consumer -> !consumer.isAdmitted())
                    .count();
            Times inForce = Times.any(ofUse.stream().map(Grant::times).toList());
            ends += (int)
                    inForce.spans().stream().filter(HistoryChecker::isOver).count();
            toRefusal.addAll(timesToRefusal(inForce, consumers));
        }
        verdicts.sort(Comparator.comparing(verdict -> verdict.consumer().received()));
        return new Findings(
                verdicts,
                refused,
                ends,
                toRefusal.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO));
    }

    private static Verdict judge(Consumer consumer, List<Grant> grants) {
        Optional<Verdict> best = grants.stream()
                .flatMap(grant -> grant.endBy(consumer.completed()).stream().map(end -> verdict(consumer, grant, end)))
                .min(Comparator.comparing(HistoryChecker::age));
        return best.orElseGet(() -> new Verdict.Unfounded(consumer));
    }

    private static Verdict verdict(Consumer consumer, Grant grant, End end) {
        Duration age = age(consumer, end);
        return age.compareTo(BOUND) > 0
                ? new Verdict.Late(consumer, end.what() + " (" + grant.share() + ")", age)
                : new Verdict.Right(consumer, grant.share(), age);
    }

    private static Duration age(Consumer consumer, End end) {
        Duration age = Duration.between(end.time(), consumer.received());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static Duration age(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Right right -> right.age();
            case Verdict.Late late -> late.late();
            case Verdict.Unfounded ignored -> Duration.ofSeconds(Long.MAX_VALUE);
        };
    }

    /** For each end with a refusal before the next grant begins: how long that took. */
    private static List<Duration> timesToRefusal(Times inForce, List<Consumer> consumers) {
        List<Duration> times = new ArrayList<>();
        for (int index = 0; index < inForce.spans().size(); index++) {
            Span span = inForce.spans().get(index);
            Instant next = index + 1 < inForce.spans().size()
                    ? inForce.spans().get(index + 1).from()
                    : Instant.MAX;
            consumers.stream()
                    .filter(consumer -> !consumer.isAdmitted())
                    .map(Consumer::received)
                    .filter(received -> received.isAfter(span.to()) && received.isBefore(next))
                    .min(Comparator.naturalOrder())
                    .ifPresent(refusal -> times.add(Duration.between(span.to(), refusal)));
        }
        return times;
    }

    private static boolean isOver(Span span) {
        return span.to().isBefore(Instant.MAX);
    }
}
