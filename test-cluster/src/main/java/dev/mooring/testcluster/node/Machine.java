package dev.mooring.testcluster.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this machine has that a node needs.
 *
 * @param system the operating system's name
 * @param isRoot whether this JVM is root's
 * @param programs which of {@link Requirements#PROGRAMS} are installed
 * @param cniPlugins the directory that has all of {@link Requirements#CNI_PLUGINS}, or null
 * @param hasWritableControlGroups whether control groups can be made
 * @param namespaceRefusal why namespaces cannot be made, or null if they can
 */
public record Machine(
        String system,
        boolean isRoot,
        Set<String> programs,
        @Nullable Path cniPlugins,
        boolean hasWritableControlGroups,
        @Nullable String namespaceRefusal) {
    private static final String ADMINISTRATORS_PATH = "/usr/local/sbin:/usr/sbin:/sbin";
    private static final Path MOUNTS = Path.of("/proc/mounts");

    public Machine {
        programs = Set.copyOf(programs);
    }

    /** Returns this machine. */
    public static Machine here() throws IOException, InterruptedException {
        String system = System.getProperty("os.name");
        boolean isLinux = system.equals("Linux");
        boolean isRoot =
                isLinux && Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        return new Machine(
                system,
                isRoot,
                Requirements.PROGRAMS.values().stream()
                        .flatMap(Collection::stream)
                        .filter(Machine::isInstalled)
                        .collect(Collectors.toUnmodifiableSet()),
                findCniPlugins().orElse(null),
                isLinux && hasWritableControlGroups(Files.readString(MOUNTS)),
                isRoot ? tryNamespaces().orElse(null) : null);
    }

    /** Returns the search path for a node's programs: this JVM's own, and where programs for root are. */
    public static String path(Map<String, String> environment) {
        return environment.getOrDefault("PATH", "/usr/bin:/bin") + ":" + ADMINISTRATORS_PATH;
    }

    /** Returns the directory that has all the CNI plugins a node needs. */
    public static Optional<Path> findCniPlugins() {
        return Stream.of("/usr/lib/cni", "/opt/cni/bin")
                .map(Path::of)
                .filter(directory -> Requirements.CNI_PLUGINS.stream()
                        .allMatch(plugin -> Files.isExecutable(directory.resolve(plugin))))
                .findFirst();
    }

    static boolean hasWritableControlGroups(String mounts) {
        return mounts.lines()
                .map(line -> line.split(" ", -1))
                .anyMatch(mount -> mount[2].startsWith("cgroup")
                        && Arrays.asList(mount[3].split(",", -1)).contains("rw"));
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(path(System.getenv()).split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static Optional<String> tryNamespaces() throws IOException, InterruptedException {
        if (!isInstalled("unshare")) {
            return Optional.empty();
        }
        Process attempt = new ProcessBuilder(
                        "unshare", "--mount", "--net", "--pid", "--cgroup", "--fork", "mount", "--make-rshared", "/")
                .redirectErrorStream(true)
                .start();
        String output = new String(attempt.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return attempt.waitFor() == 0 ? Optional.empty() : Optional.of(output.strip());
    }
}
