package dev.mooring.testcluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FileMutexTest {
    @TempDir
    private Path directory;

    @Test
    void isHeldByOneThreadAtATime() throws Exception {
        Path file = directory.resolve("lock");
        CountDownLatch secondWaits = new CountDownLatch(1);
        AtomicBoolean free = new AtomicBoolean();
        AtomicBoolean wasFree = new AtomicBoolean();
        Thread second;
        try (FileMutex first = FileMutex.acquire(file, () -> {})) {
            second = Thread.ofVirtual().start(() -> {
                try (FileMutex own = FileMutex.acquire(file, secondWaits::countDown)) {
                    own.ensureHeld();
                    wasFree.set(free.get());
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            secondWaits.await();
            first.ensureHeld();
            free.set(true);
        }
        second.join();

        assertThat(wasFree).isTrue();
    }

    @Test
    void canBeTakenAgain() throws Exception {
        Path file = directory.resolve("lock");
        AtomicBoolean waited = new AtomicBoolean();

        FileMutex.acquire(file, () -> {}).close();
        FileMutex.acquire(file, () -> waited.set(true)).close();

        assertThat(waited).isFalse();
    }
}
