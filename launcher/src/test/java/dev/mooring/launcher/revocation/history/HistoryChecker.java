package dev.mooring.launcher.revocation.history;

import static java.util.stream.Collectors.groupingBy;

import dev.mooring.launcher.revocation.history.Grant.End;
import dev.mooring.launcher.revocation.history.Times.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
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
        return history.consumers().stream().collect(groupingBy(Consumer::use)).entrySet().stream()
                .map(entry -> check(entry.getValue(), grants.of(entry.getKey())))
                .reduce(Findings.NONE, Findings::and);
    }

    /** Returns what is found about those who want the same. */
    private static Findings check(List<Consumer> consumers, List<Grant> grants) {
        List<Consumer> refused =
                consumers.stream().filter(consumer -> !consumer.isAdmitted()).toList();
        List<Verdict> verdicts = consumers.stream()
                .filter(Consumer::isAdmitted)
                .map(consumer -> judge(consumer, grants))
                .toList();
        Times inForce = Times.any(grants.stream().map(Grant::times).toList());
        int ends = (int) inForce.spans().stream().filter(HistoryChecker::isOver).count();
        return new Findings(verdicts, refused.size(), ends, longestToRefusal(inForce, refused));
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

    /** Of those ends that have a refusal before the next grant begins. */
    private static Duration longestToRefusal(Times inForce, List<Consumer> refused) {
        Duration longest = Duration.ZERO;
        Iterator<Span> spans = inForce.spans().iterator();
        Instant end = spans.hasNext() ? spans.next().to() : Instant.MAX;
        while (end.isBefore(Instant.MAX)) {
            Span next = spans.hasNext() ? spans.next() : new Span(Instant.MAX, Instant.MAX);
            Duration first = firstBetween(end, next.from(), refused);
            longest = first.compareTo(longest) > 0 ? first : longest;
            end = next.to();
        }
        return longest;
    }

    private static Duration firstBetween(Instant end, Instant next, List<Consumer> refused) {
        return refused.stream()
                .map(Consumer::received)
                .filter(received -> received.isAfter(end) && received.isBefore(next))
                .min(Comparator.naturalOrder())
                .map(received -> Duration.between(end, received))
                .orElse(Duration.ZERO);
    }

    private static boolean isOver(Span span) {
        return span.to().isBefore(Instant.MAX);
    }
}
