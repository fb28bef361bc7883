package dev.mooring.testcluster.binaries;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory {@code test-cluster/go} of the repository.
 *
 * @param root the directory that has one sub-directory for each module
 */
record GoSources(Path root) {
    /** Names the variable that gives the directory, where this JVM does not work inside the repository. */
    static final String VARIABLE = "MOORING_CLUSTER_GO";

    private static final Path IN_REPOSITORY = Path.of("test-cluster", "go");

    /** Returns the directory that is given, or the one found by walking up from {@code workingDirectory}. */
    static Optional<GoSources> find(Map<String, String> environment, Path workingDirectory) {
        String given = environment.get(VARIABLE);
        if (given != null) {
            return Optional.of(new GoSources(Path.of(given)));
        }
        return Stream.<@Nullable Path>iterate(
                        workingDirectory.toAbsolutePath(), directory -> directory != null, GoSources::parent)
                .flatMap(Stream::ofNullable)
                .map(directory -> directory.resolve(IN_REPOSITORY))
                .filter(Files::isDirectory)
                .map(GoSources::new)
                .findFirst();
    }

    Path directory(GoModule module) {
        return root.resolve(module.directory());
    }

    private static @Nullable Path parent(@Nullable Path directory) {
        return directory == null ? null : directory.getParent();
    }
}
