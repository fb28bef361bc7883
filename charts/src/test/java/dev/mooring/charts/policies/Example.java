package dev.mooring.charts.policies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One file of {@code policies/<policy>}: requests, of which the last is judged. A file {@code refused-*.yaml} says with which
 * words it is turned away, and which reason the audit log gets. {@code $team} stands for the namespace, another one in each
 * run.
 */
record Example(String policy, String name, String text) {
    private static final Path FILES = Path.of("src", "test", "resources", "policies");

    static List<Example> allowed() {
        return named("allowed-");
    }

    static List<Example> refused() {
        return named("refused-");
    }

    /** Returns the requests as they are in {@code team}. */
    List<Step> steps(String team) {
        return Arrays.stream(in(team).split("(?m)^---\n"))
                .map(document -> Step.parse(document).in(team))
                .toList();
    }

    /** Returns how the answer to the last request begins, after the policy's name. */
    String refusal(String team) {
        return Comments.value(in(team), "refused").orElseThrow();
    }

    /** Returns what the audit log gets to read. */
    String reason() {
        return Comments.value(text, "reason").orElseThrow();
    }

    /** Returns how it is found out whether the policy is on: without effect, but where a dry run is what it lets through. */
    GuardedCluster.Trial probe() {
        return Comments.value(text, "probe").map(GuardedCluster.Trial::valueOf).orElse(GuardedCluster.Trial.DRY);
    }

    private String in(String team) {
        return text.replace("$team", team);
    }

    private static List<Example> named(String prefix) {
        try (var files = Files.walk(FILES)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .map(Example::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example read(Path file) {
        try {
            var directory = FILES.relativize(file).getName(0).toString();
            return new Example("mooring-" + directory, file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return policy + "/" + name;
    }
}
