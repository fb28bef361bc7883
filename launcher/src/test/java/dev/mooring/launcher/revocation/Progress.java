package dev.mooring.launcher.revocation;

import dev.mooring.launcher.revocation.history.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells people how far a run is, and what it has found: on standard output, and in a file in the end. */
final class Progress {
    private static final Path DIRECTORY = Path.of("target");
    private static final String HEAD = """
            | run | interleavings | not counted: unused, unanswered, given up | time | pods let in | of them wrongly \
            | denied | failed | last let in after the end | first denial after the end: half, 99 %, all |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private final Settings settings;

    Progress(Settings settings) {
        this.settings = settings;
    }

    void begin() {
        say("-Drevocation.seed=" + settings.seed() + " replays this run's choices: " + settings);
    }

    void tell(Duration passed, Tally tally, long asked, int replicas) {
        int done = tally.of(Outcome.TRIED);
        say("%s: %s; %.2f per second, %d pods asked for, %d replicas%s"
                .formatted(
                        text(passed), tally, done * 1_000.0 / passed.toMillis(), asked, replicas, left(passed, done)));
    }

    private String left(Duration passed, int done) {
        if (done == 0 || done >= settings.interleavings()) {
            return "";
        }
        var left = passed.multipliedBy(settings.interleavings() - done).dividedBy(done);
        return ", about " + text(left) + " to go";
    }

    /** Says what the run has come to, and writes it into a file. */
    void end(Conclusion conclusion) throws IOException {
        String table = HEAD + row(conclusion);
        say("seed " + settings.seed() + ": " + conclusion.tally() + "; by the log "
                + conclusion.findings().tried() + " ends were tried; " + conclusion.revived()
                + " processes ended by themselves");
        System.out.println(table);
        conclusion.findings().wrong().forEach(verdict -> say("WRONG: " + verdict));
        conclusion.findings().oldLists().forEach(list -> say("OLD: " + list));
        conclusion.failures().forEach(failure -> say("FAILED: " + failure));
        Files.createDirectories(DIRECTORY);
        var file = DIRECTORY.resolve("revocation-seed-" + settings.seed() + ".md");
        Files.writeString(file, table);
        say("the figures are in " + file.toAbsolutePath());
    }

    private String row(Conclusion conclusion) {
        var tally = conclusion.tally();
        var found = conclusion.findings();
        return "| seed %d, %d lanes%s | %d | %d, %d, %d | %s | %d | %d | %s | %d | %d ms | %d, %d, %d ms |%n"
                .formatted(
                        settings.seed(),
                        settings.lanes(),
                        faults(),
                        conclusion.interleavings(),
                        tally.of(Outcome.UNUSED),
                        tally.of(Outcome.UNANSWERED),
                        tally.of(Outcome.GIVEN_UP),
                        text(conclusion.passed()),
                        found.verdicts().size(),
                        found.wrong().size(),
                        denied(found),
                        found.failed(),
                        found.latestRight().toMillis(),
                        found.untilDenial(50).toMillis(),
                        found.untilDenial(99).toMillis(),
                        found.untilDenial(100).toMillis());
    }

    private String faults() {
        if (!settings.hasFaults()) {
            return ", no faults";
        }
        return settings.hasControllersFaults() ? "" : ", none on the controller's connection";
    }

    /** The most frequent reason first. */
    private static String denied(Findings found) {
        return found.denied().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String text(Duration time) {
        return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }

    private static void say(String line) {
        System.out.println("revocation: " + line);
    }
}
