package dev.mooring.testcluster.binaries;

import dev.mooring.testcluster.process.Tail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Go that is installed.
 *
 * @param executable the {@code go} command
 * @param version as in {@code go1.26.8}
 */
record GoToolchain(Path executable, String version) {
    /** What a build may depend on beside its sources: nothing of the user's own settings. */
    static final Map<String, String> ENVIRONMENT = Map.of(
            "GOTOOLCHAIN", "local",
            "GOFLAGS", "-mod=readonly",
            "GOWORK", "off",
            "CGO_ENABLED", "0");

    private static final Path USUAL_PLACE = Path.of("/usr/local/go/bin/go");

    /** Returns the first {@code go} of the search path, or the one in its usual place. */
    static Optional<GoToolchain> find(Map<String, String> environment) throws IOException, InterruptedException {
        Stream<Path> onPath = Arrays.stream(environment.getOrDefault("PATH", "").split(":", -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "go"));
        Optional<Path> go = Stream.concat(onPath, Stream.of(USUAL_PLACE))
                .filter(Files::isExecutable)
                .findFirst();
        return go.isEmpty() ? Optional.empty() : Optional.of(of(go.get()));
    }

    private static GoToolchain of(Path executable) throws IOException, InterruptedException {
        String version = output(Path.of("/"), executable.toString(), "env", "GOVERSION");
        return new GoToolchain(executable, version.strip());
    }

    /** Returns what a {@code go} sub-command prints when it is run in {@code directory}. */
    String run(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(List.of(arguments));
        return output(directory, command.toArray(String[]::new));
    }

    private static String output(Path directory, String... command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("mooring-go", ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors.toFile());
            builder.environment().putAll(ENVIRONMENT);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException("\"" + String.join(" ", command) + "\" ended with " + status + " in "
                        + directory + ":\n" + Tail.of(errors));
            }
            return output;
        } finally {
            Files.deleteIfExists(errors);
        }
    }
}
