package dev.mooring.launcher.revocation.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.mooring.launcher.revocation.history.Grant.End;
import java.time.Duration;
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
 *
 * <p>Beside that it looks at what Mooring's processes read: a list that may be old is found whether or not it did harm.
 */
public final class HistoryChecker {
    private static final Duration BOUND = Duration.ofSeconds(2);

    private HistoryChecker() {}

    /** Returns what is found. */
    public static Findings check(History history) {
        Grants grants = new Grants(history);
        return history.consumers().stream().collect(groupingBy(Consumer::use)).entrySet().stream()
                .map(entry -> check(entry.getValue(), grants.of(entry.getKey())))
                .reduce(Findings.of(history.oldLists()), Findings::and);
    }

    /** Returns what is found about those who want the same. */
    private static Findings check(List<Consumer> consumers, List<Grant> grants) {
        List<Verdict> verdicts = consumers.stream()
                .filter(Consumer::isAdmitted)
                .map(consumer -> judge(consumer, grants))
                .toList();
        Times inForce = Times.any(grants.stream().map(Grant::times).toList());
        List<Aftermath> ends = Aftermath.of(inForce, consumers);
        return new Findings(
                verdicts,
                denied(consumers),
                (int) consumers.stream()
                        .filter(consumer -> !consumer.isAnswered())
                        .count(),
                (int) ends.stream().filter(end -> end.isTried(BOUND)).count(),
                ends.stream().flatMap(end -> end.untilDenial().stream()).toList(),
                List.of());
    }

    private static Map<String, Integer> denied(List<Consumer> consumers) {
        return consumers.stream()
                .map(Consumer::answer)
                .filter(Answer.Denied.class::isInstance)
                .collect(toMap(answer -> ((Answer.Denied) answer).reason(), answer -> 1, Integer::sum));
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
}
