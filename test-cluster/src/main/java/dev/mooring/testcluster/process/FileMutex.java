package dev.mooring.testcluster.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * A lock on a file that one thread of one process holds; the operating system frees it when the process dies.
 *
 * <p>POSIX drops a process's locks on a file when the process closes <em>any</em> descriptor of it, so two channels on
 * one lock file must never be open in one JVM: a semaphore for each path comes first.
 */
public final class FileMutex implements AutoCloseable {
    private static final ConcurrentMap<Path, Semaphore> WITHIN_THIS_JVM = new ConcurrentHashMap<>();
    private static final long POLL_MILLIS = 100;

    private final Semaphore within;
    private final FileChannel channel;
    private final FileLock lock;

    private FileMutex(Semaphore within, FileChannel channel, FileLock lock) {
        this.within = within;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Returns the lock once it is held. The file is made if need be and is never deleted.
     *
     * @param waiting runs once if somebody else holds it
     */
    public static FileMutex acquire(Path file, Runnable waiting) throws IOException, InterruptedException {
        Semaphore within = WITHIN_THIS_JVM.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new Semaphore(1));
        boolean told = false;
        if (!within.tryAcquire()) {
            waiting.run();
            told = true;
            within.acquire();
        }
        try {
            return lock(file, within, told ? () -> {} : waiting);
        } catch (IOException | InterruptedException | RuntimeException e) {
            within.release();
            throw e;
        }
    }

    /** Fails if the lock has been lost. */
    public void ensureHeld() {
        if (!lock.isValid()) {
            throw new IllegalStateException("the lock is no longer held");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            within.release();
        }
    }

    private static FileMutex lock(Path file, Semaphore within, Runnable waiting)
            throws IOException, InterruptedException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                waiting.run();
            }
            while (lock == null) {
                Thread.sleep(POLL_MILLIS);
                lock = channel.tryLock();
            }
            return new FileMutex(within, channel, lock);
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
