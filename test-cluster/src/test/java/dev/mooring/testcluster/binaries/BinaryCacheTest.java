package dev.mooring.testcluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class BinaryCacheTest {
    private static final String ENTRY = "etcd-0123-go1.26.8-linux-amd64";

    @TempDir
    private Path root;

    @Test
    void fillsAnEntryOnce() throws Exception {
        AtomicInteger fillings = new AtomicInteger();

        Path first = get(directory -> write(directory, "build " + fillings.incrementAndGet()));
        Path second = get(directory -> write(directory, "build " + fillings.incrementAndGet()));

        assertThat(second).isEqualTo(first);
        assertThat(second.resolve("etcd")).hasContent("build 1");
    }

    @Test
    void hasNoEntryAfterAFailedBuild() {
        assertThatThrownBy(() -> get(directory -> {
                    write(directory, "half");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(new BinaryCache(root).find(ENTRY)).isEmpty();
    }

    @Test
    void buildsAnewWhereACrashLeftHalfABuild() throws Exception {
        Path unfinished = Files.createDirectories(root.resolve("." + ENTRY + ".unfinished"));
        Files.writeString(unfinished.resolve("leftover"), "half");

        Path built = get(directory -> write(directory, "whole"));

        assertThat(built).isDirectoryNotContaining("glob:**leftover");
        assertThat(built.resolve("etcd")).hasContent("whole");
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void letsOneOfTwoBuildAndTheOtherWait() throws Exception {
        CountDownLatch secondWaits = new CountDownLatch(1);
        CountDownLatch firstBuilds = new CountDownLatch(1);
        AtomicInteger fillings = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Path> first = threads.submit(() -> get(directory -> {
                firstBuilds.countDown();
                secondWaits.await();
                write(directory, "build " + fillings.incrementAndGet());
            }));
            firstBuilds.await();
            Future<Path> second = threads.submit(() -> new BinaryCache(root)
                    .get(
                            ENTRY,
                            secondWaits::countDown,
                            directory -> write(directory, "build " + fillings.incrementAndGet())));

            assertThat(second.get()).isEqualTo(first.get());
        }
        assertThat(fillings).hasValue(1);
    }

    @Test
    void findsABuildOfAnotherGoByItsSources() throws Exception {
        Path built = get(directory -> write(directory, "whole"));

        assertThat(new BinaryCache(root).findAny(new CacheKey(GoModule.ETCD, "0123", "linux-amd64")))
                .contains(built);
        assertThat(new BinaryCache(root).findAny(new CacheKey(GoModule.ETCD, "4567", "linux-amd64")))
                .isEmpty();
    }

    private Path get(BinaryCache.Filling filling) throws IOException, InterruptedException {
        return new BinaryCache(root).get(ENTRY, () -> {}, filling);
    }

    private static void write(Path directory, String content) throws IOException {
        Files.writeString(directory.resolve("etcd"), content);
    }
}
