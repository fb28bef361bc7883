package dev.mooring.testcluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The control groups of workspaces: one of a workspace's own name in each hierarchy. Processes end with their owner,
 * their groups do not.
 */
public final class Cgroups {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 20;

    private final Path root;

    Cgroups(Path root) {
        this.root = root;
    }

    /** Returns those of this machine. */
    public static Cgroups ofThisMachine() {
        return new Cgroups(ROOT);
    }

    /** Returns the name of the group that what runs for {@code workspace} belongs to. */
    public static String name(Path workspace) {
        return "mooring-" + workspace.getFileName();
    }

    /**
     * Deletes the groups of {@code workspace} with those below them. Whatever ran there must be dead or dying.
     *
     * @return whether none is left
     */
    public boolean delete(Path workspace) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Path> groups = groups(workspace);
        while (!groups.stream().allMatch(Cgroups::isDeleted)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    /** With version 2 there is one hierarchy, with version 1 there is one for each controller. */
    private List<Path> groups(Path workspace) throws IOException {
        String name = name(workspace);
        return Stream.concat(Stream.of(root), directories(root).stream())
                .map(hierarchy -> hierarchy.resolve(name))
                .filter(Files::isDirectory)
                .toList();
    }

    /** A group is deleted as a directory, though it seems to have files; it cannot be while a process is in it. */
    private static boolean isDeleted(Path group) {
        try {
            if (!directories(group).stream().allMatch(Cgroups::isDeleted)) {
                return false;
            }
            Files.deleteIfExists(group);
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    private static List<Path> directories(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }
}
