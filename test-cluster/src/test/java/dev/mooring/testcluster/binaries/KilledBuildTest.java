package dev.mooring.testcluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes and one cache: one builds and is killed, the other waits and must not be given half a build. */
@Timeout(60)
class KilledBuildTest {
    private static final String ENTRY = "etcd-0123-go1.26.8-linux-amd64";

    @TempDir
    private Path root;

    @Test
    void isDoneAgainByTheOneWhoWaited() throws Exception {
        Process builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NeverFinishes.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(firstLine(builder)).isEqualTo("half built");
        CountDownLatch waits = new CountDownLatch(1);
        CompletableFuture<Path> built = CompletableFuture.supplyAsync(() -> buildAfter(waits));
        waits.await();
        assertThat(built).isNotDone();

        builder.destroyForcibly().waitFor();

        assertThat(built.get().resolve("etcd")).hasContent("whole");
    }

    private Path buildAfter(CountDownLatch waits) {
        try {
            return new BinaryCache(root)
                    .get(ENTRY, waits::countDown, directory -> Files.writeString(directory.resolve("etcd"), "whole"));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    /** A program that writes half a build and waits to be killed. */
    static final class NeverFinishes {
        private NeverFinishes() {}

        public static void main(String[] arguments) throws Exception {
            new BinaryCache(Path.of(arguments[0])).get(ENTRY, () -> {}, directory -> {
                Files.writeString(directory.resolve("etcd"), "half");
                System.out.println("half built");
                Thread.currentThread().join();
            });
        }
    }
}
