package dev.mooring.launcher.revocation.history;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a log shows.
 *
 * @param verdicts one for each consumer that was let in
 * @param refused how many were not
 * @param ends how many grants ended
 * @param longestToRefusal the longest time from such an end to the first refusal; zero if nobody was refused
 */
public record Findings(List<Verdict> verdicts, int refused, int ends, Duration longestToRefusal) {
    static final Findings NONE = new Findings(List.of(), 0, 0, Duration.ZERO);

    public Findings {
        verdicts = List.copyOf(verdicts);
    }

    Findings and(Findings other) {
        return new Findings(
                Stream.concat(verdicts.stream(), other.verdicts.stream()).toList(),
                refused + other.refused,
                ends + other.ends,
                Collections.max(List.of(longestToRefusal, other.longestToRefusal)));
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

    /** Returns it in one line. */
    public String summary() {
        return verdicts.size() + " let in, " + wrong().size() + " of them wrongly; " + refused + " refused; " + ends
                + " grants ended; let in " + latestRight().toMillis()
                + " ms after an end at the latest; first refusal " + longestToRefusal.toMillis()
                + " ms after an end at the latest";
    }
}
