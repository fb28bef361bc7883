package dev.mooring.launcher.revocation;

import dev.mooring.launcher.revocation.Crew.Failure;
import dev.mooring.launcher.revocation.history.Findings;
import java.time.Duration;
import java.util.List;

/**
 * What a run has come to.
 *
 * @param findings what the API server's log shows
 * @param tally what the lanes saw
 * @param failures what went wrong in the run itself
 * @param revived how many processes had ended by themselves and were started again
 * @param passed how long it took
 */
record Conclusion(Findings findings, Tally tally, List<Failure> failures, int revived, Duration passed) {
    private static final int DOUBTFUL_PERCENT = 2;

    Conclusion {
        failures = List.copyOf(failures);
    }

    /** Returns how many interleavings count. */
    int interleavings() {
        return tally.of(Outcome.TRIED);
    }

    /** Returns how many of them the log has to show, too: a few ends had their answers lost, and a later write alone tells of them. */
    int needed() {
        return interleavings() - interleavings() * DOUBTFUL_PERCENT / 100;
    }

    /** Whether the promise was kept, as often as was asked for, and nothing went wrong in the run itself. */
    boolean isWell(Settings settings) {
        return findings.wrong().isEmpty()
                && findings.oldLists().isEmpty()
                && failures.isEmpty()
                && interleavings() >= settings.interleavings()
                && findings.tried() >= needed();
    }
}
