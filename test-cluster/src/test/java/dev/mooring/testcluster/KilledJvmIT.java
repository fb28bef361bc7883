package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KilledJvmIT {
    @Test
    void leavesNoProcessAndTheNextStartSweepsItsDirectory() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsACluster.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path directory = Path.of(firstLine(jvm));
        List<ProcessHandle> children = Stream.concat(jvm.descendants(), LifecycleIT.programs(directory).stream())
                .toList();
        assertThat(children).hasSizeGreaterThanOrEqualTo(3).allMatch(ProcessHandle::isAlive);

        jvm.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
        assertThat(directory).exists();
        TestCluster.start(ClusterConfig.defaults()).close();
        assertThat(directory).doesNotExist();
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    /** A program that starts a cluster, prints its directory and waits to be killed. */
    static final class HoldsACluster {
        private HoldsACluster() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(TestCluster.start(ClusterConfig.defaults()).directory());
            Thread.currentThread().join();
        }
    }
}
