package dev.mooring.testcluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Directories that belong to a process, all under one root. Whoever asks for one sweeps those of dead owners first, kills
 * what still runs there and deletes the control groups it was in.
 */
public final class Workspaces {
    /** How long logs that somebody was told of stay. */
    static final Duration KEEP = Duration.ofDays(1);

    private static final String KEPT = "kept";
    private static final String PIDS = "run";

    private final Path root;
    private final Cgroups cgroups;
    private final InstantSource clock;

    /** Creates the view of the directories under {@code root}, which is made when it is needed. */
    public Workspaces(Path root, Cgroups cgroups, InstantSource clock) {
        this.root = root;
        this.cgroups = cgroups;
        this.clock = clock;
    }

    /** Returns a new directory, readable by its user only, with a {@code run} directory for files of process ids. */
    public Path create() throws IOException, InterruptedException {
        Files.createDirectories(root);
        try (FileMutex held = FileMutex.acquire(root.resolve(".lock"), () -> {})) {
            held.ensureHeld();
            sweep();
            Path created = Files.createTempDirectory(
                    root, "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Owner.self().write(created);
            Files.createDirectory(created.resolve(PIDS));
            return created;
        }
    }

    /** Marks {@code directory} to be left alone for a day after its owner is gone. */
    public static void keep(Path directory) throws IOException {
        Files.writeString(directory.resolve(KEPT), "");
    }

    /** Returns where the process id of {@code program} belongs in {@code directory}. */
    public static Path pidFile(Path directory, String program) {
        return directory.resolve(PIDS).resolve(program + ".pid");
    }

    private void sweep() throws IOException, InterruptedException {
        for (Path directory : directories(root)) {
            if (!isOwned(directory)) {
                killSurvivors(directory);
                boolean noneLeft = cgroups.delete(directory);
                if (noneLeft && !isKept(directory)) {
                    FileTree.delete(directory);
                }
            }
        }
    }

    private static boolean isOwned(Path directory) throws IOException {
        return Owner.read(directory).filter(Owner::isAlive).isPresent();
    }

    private boolean isKept(Path directory) throws IOException {
        Path mark = directory.resolve(KEPT);
        if (!Files.exists(mark)) {
            return false;
        }
        Instant since = Files.getLastModifiedTime(mark).toInstant();
        return since.plus(KEEP).isAfter(clock.instant());
    }

    /** A supervisor that was killed together with its JVM leaves its program behind: this is for that case. */
    private static void killSurvivors(Path directory) throws IOException {
        Path pids = directory.resolve(PIDS);
        if (!Files.isDirectory(pids)) {
            return;
        }
        try (Stream<Path> files = Files.list(pids)) {
            for (Path file : files.toList()) {
                survivor(file).filter(process -> worksIn(directory, process)).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    private static Optional<ProcessHandle> survivor(Path pidFile) throws IOException {
        String pid = Files.readString(pidFile).strip();
        return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
    }

    /** Process ids are used again: only a process whose arguments name the directory is one of its programs. */
    private static boolean worksIn(Path directory, ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(directory.toString()))
                .isPresent();
    }

    private static List<Path> directories(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }
}
