package dev.mooring.testcluster.binaries;

import dev.mooring.testcluster.process.FileMutex;
import dev.mooring.testcluster.process.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The builds of one user, one directory for each key.
 *
 * <p>A directory under its final name is complete: it is filled under another name, flushed to the disk and renamed.
 * Whoever fills it holds the lock of its key, which the operating system frees when that process dies, so that a build
 * is never done twice at once and what a crash left is swept by the next one who tries.
 */
final class BinaryCache {
    private final Path root;

    BinaryCache(Path root) {
        this.root = root;
    }

    /** Fills a new entry. */
    @FunctionalInterface
    interface Filling {
        void fill(Path directory) throws IOException, InterruptedException;
    }

    /** Returns the entry's directory if it has been built. */
    Optional<Path> find(String entry) {
        return Optional.of(root.resolve(entry)).filter(Files::isDirectory);
    }

    /** Returns an entry that was built from the same sources, by whichever Go. */
    Optional<Path> findAny(CacheKey key) {
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> key.matches(entry.getFileName().toString()))
                    .max(Path::compareTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the entry's directory, filled by whoever comes first.
     *
     * @param waiting runs once if another process or thread is filling it at this moment
     */
    Path get(String entry, Runnable waiting, Filling filling) throws IOException, InterruptedException {
        Path complete = root.resolve(entry);
        if (Files.isDirectory(complete)) {
            return complete;
        }
        Files.createDirectories(root);
        try (FileMutex held = FileMutex.acquire(root.resolve("." + entry + ".lock"), waiting)) {
            if (!Files.isDirectory(complete)) {
                fill(held, complete, root.resolve("." + entry + ".unfinished"), filling);
            }
            return complete;
        }
    }

    private void fill(FileMutex held, Path complete, Path unfinished, Filling filling)
            throws IOException, InterruptedException {
        held.ensureHeld();
        FileTree.delete(unfinished);
        Files.createDirectories(unfinished);
        filling.fill(unfinished);
        flush(unfinished);
        Files.move(unfinished, complete, StandardCopyOption.ATOMIC_MOVE);
        force(root);
    }

    private static void flush(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                force(file);
            }
        }
        force(directory);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
