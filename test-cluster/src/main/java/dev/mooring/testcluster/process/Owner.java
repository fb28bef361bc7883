package dev.mooring.testcluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that a directory belongs to. The start time tells it from a later process with the same id.
 *
 * @param pid the process id
 * @param started milliseconds since the epoch, 0 where the system does not say
 */
record Owner(long pid, long started) {
    private static final String FILE = "owner";

    /** Returns this JVM. */
    static Owner self() {
        return of(ProcessHandle.current());
    }

    static Owner of(ProcessHandle process) {
        return new Owner(
                process.pid(),
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** Returns who owns {@code directory}, or empty if no one ever said so. */
    static Optional<Owner> read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] words = Files.readString(file).strip().split(" ", -1);
        return words.length == 2
                ? Optional.of(new Owner(Long.parseLong(words[0]), Long.parseLong(words[1])))
                : Optional.empty();
    }

    void write(Path directory) throws IOException {
        Files.writeString(directory.resolve(FILE), pid + " " + started + "\n");
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).filter(this::isSameProcess).isPresent();
    }

    private boolean isSameProcess(ProcessHandle process) {
        return process.isAlive() && of(process).equals(this);
    }
}
