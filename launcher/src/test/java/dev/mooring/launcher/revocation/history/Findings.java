package dev.mooring.launcher.revocation.history;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a log shows.
 *
 * @param verdicts one for each consumer that was let in
 * @param denied how many Mooring turned away, by reason
 * @param failed how many had another error for an answer
 * @param tried how many grants ended that let somebody in and after which Mooring answered a request of two seconds later
 * @param untilDenial for each end of a grant after which Mooring turned somebody away, how long after it the first of those was
 *     received
 * @param oldLists the lists with which a process of Mooring may have gone back in time
 */
public record Findings(
        List<Verdict> verdicts,
        Map<String, Integer> denied,
        int failed,
        int tried,
        List<Duration> untilDenial,
        List<OldList> oldLists) {

    /** Returns findings of nothing but lists. */
    static Findings of(List<OldList> oldLists) {
        return new Findings(List.of(), Map.of(), 0, 0, List.of(), oldLists);
    }

    public Findings {
        verdicts = List.copyOf(verdicts);
        denied = Map.copyOf(denied);
        oldLists = List.copyOf(oldLists);
        untilDenial = untilDenial.stream().sorted().toList();
    }

    Findings and(Findings other) {
        Map<String, Integer> both = new TreeMap<>(denied);
        other.denied.forEach((reason, count) -> both.merge(reason, count, Integer::sum));
        return new Findings(
                joined(verdicts, other.verdicts),
                both,
                failed + other.failed,
                tried + other.tried,
                joined(untilDenial, other.untilDenial),
                joined(oldLists, other.oldLists));
    }

    private static <T> List<T> joined(List<T> one, List<T> two) {
        return Stream.concat(one.stream(), two.stream()).toList();
    }

    /** Returns the verdicts that say that a promise was broken, the oldest first. */
    public List<Verdict> wrong() {
        return verdicts.stream()
                .filter(verdict -> !(verdict instanceof Verdict.Right))
                .sorted(Comparator.comparing(verdict -> verdict.consumer().received()))
                .toList();
    }

    /** Returns how long after the end of its grant somebody was let in, at the latest, of those that were let in rightly. */
    public Duration latestRight() {
        return verdicts.stream()
                .filter(Verdict.Right.class::isInstance)
                .map(verdict -> ((Verdict.Right) verdict).age())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Returns the time from an end to the first denial that so many percent of the ends do not exceed; zero if there was none. */
    public Duration untilDenial(int percent) {
        return untilDenial.isEmpty()
                ? Duration.ZERO
                : untilDenial.get(Math.max(0, Math.ceilDiv(untilDenial.size() * percent, 100) - 1));
    }
}
