package dev.mooring.launcher.revocation;

import dev.mooring.launcher.revocation.history.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Tells people how far a run is, and what it has found: on standard output, and in a file in the end. */
final class Progress {
    private static final Path DIRECTORY = Path.of("target");
    private static final String HEAD = """
            | run | interleavings | lanes | time | pods let in | of them wrongly | refused | last let in after the end \
            | first refusal after the end, longest |
            |---|---|---|---|---|---|---|---|---|
            """;

    private final Settings settings;

    Progress(Settings settings) {
        this.settings = settings;
    }

    void begin() {
        say("-Drevocation.seed=" + settings.seed() + " replays this run's choices: " + settings);
    }

    void tell(Duration passed, int done, long asked, int replicas) {
        say(text(passed) + ", " + done + " interleavings, " + asked + " pods asked for, " + replicas + " replicas"
                + left(passed, done));
    }

    private String left(Duration passed, int done) {
        if (done == 0 || done > settings.interleavings() || !settings.isLong()) {
            return "";
        }
        var left = passed.multipliedBy(settings.interleavings() - done).dividedBy(done);
        return ", about " + text(left) + " to go";
    }

    /** Says what was found, and writes it into a file. */
    void end(Duration passed, int done, Findings found) throws IOException {
        say("seed " + settings.seed() + ", " + done + " interleavings in " + text(passed) + ": " + found.summary());
        found.wrong().forEach(verdict -> say("WRONG: " + verdict));
        Files.createDirectories(DIRECTORY);
        var file = DIRECTORY.resolve("revocation-seed-" + settings.seed() + ".md");
        Files.writeString(file, HEAD + row(passed, done, found));
        say("the figures are in " + file.toAbsolutePath());
    }

    private String row(Duration passed, int done, Findings found) {
        return "| seed %d%s | %d | %d | %s | %d | %d | %d | %d ms | %d ms |%n"
                .formatted(
                        settings.seed(),
                        settings.hasFaults() ? "" : ", no faults",
                        done,
                        settings.lanes(),
                        text(passed),
                        found.verdicts().size(),
                        found.wrong().size(),
                        found.refused(),
                        found.latestRight().toMillis(),
                        found.longestToRefusal().toMillis());
    }

    private static String text(Duration time) {
        return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }

    private static void say(String line) {
        System.out.println("revocation: " + line);
    }
}
