package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.RealPods.Mount;
import dev.mooring.testcluster.process.Cgroups;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A node has mounts, interfaces, rules, processes and control groups; none of them may stay. */
@WithCluster(scheduler = true, realNode = true)
class RealNodeLifecycleIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void whatANodeDoesToItsMachineIsNotSeenOutside(TestCluster cluster) throws IOException {
        assertThat(mounts())
                .noneMatch(mount -> mount.contains("/var/lib/kubelet") || mount.contains("/run/containerd"));
        assertThat(interfaces()).noneMatch(name -> name.startsWith("cni") || name.contains("kube"));
        assertThat(controlGroups(cluster.directory())).isNotEmpty();
    }

    @Test
    void aClosedClusterLeavesNothing() throws IOException {
        List<String> interfaces = interfaces();
        List<String> mounts = mounts();
        TestCluster cluster =
                TestCluster.start(ClusterConfig.defaults().withScheduler().withRealNode());
        runAPodWithAVolume(cluster);
        assertThat(interfaces()).hasSize(interfaces.size() + 1);

        cluster.close();

        assertThat(controlGroups(cluster.directory())).isEmpty();
        assertThat(cluster.directory()).doesNotExist();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(interfaces()).isEqualTo(interfaces));
        assertThat(mounts()).isEqualTo(mounts);
    }

    @Test
    void aKilledJvmLeavesNothingThatTheNextStartDoesNotSweep() throws Exception {
        List<String> interfaces = interfaces();
        List<String> mounts = mounts();
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsARealNode.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Path directory = Path.of(firstLine(jvm));
        List<ProcessHandle> everything = jvm.descendants().toList();
        assertThat(everything)
                .extracting(process -> process.info().command().orElse(""))
                .anyMatch(command -> command.endsWith("containerd-shim-runc-v2"));
        assertThat(controlGroups(directory)).isNotEmpty();

        jvm.destroyForcibly().waitFor();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(everything).noneMatch(RealNodeLifecycleIT::isRunning);
            assertThat(interfaces()).isEqualTo(interfaces);
        });
        assertThat(mounts()).isEqualTo(mounts);
        TestCluster.start(ClusterConfig.defaults().withoutControllerManager()).close();
        assertThat(controlGroups(directory)).isEmpty();
        assertThat(directory).doesNotExist();
    }

    /** A killed process of which nobody has asked how it ended is still known, but has no arguments any more. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().isPresent();
    }

    private static List<String> interfaces() throws IOException {
        return NetworkInterface.networkInterfaces()
                .map(NetworkInterface::getName)
                .sorted()
                .toList();
    }

    private static List<String> mounts() throws IOException {
        return Files.readAllLines(Path.of("/proc/mounts"));
    }

    private static List<Path> controlGroups(Path directory) throws IOException {
        Path root = Path.of("/sys/fs/cgroup");
        try (Stream<Path> hierarchies = Files.list(root)) {
            return Stream.concat(Stream.of(root), hierarchies)
                    .map(hierarchy -> hierarchy.resolve(Cgroups.name(directory)))
                    .filter(Files::exists)
                    .toList();
        }
    }

    private static void runAPodWithAVolume(TestCluster cluster) {
        RealPods.claim(cluster.client(), "data", RealPods.csi("data", "data"));
        RealPods.run(cluster.client(), RealPods.pod("runs", Mount.WRITABLE, RealPods.readOnly("data", "data")));
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    /** A program that starts a cluster with a pod, prints its directory and waits to be killed. */
    static final class HoldsARealNode {
        private HoldsARealNode() {}

        public static void main(String[] arguments) throws InterruptedException {
            TestCluster cluster =
                    TestCluster.start(ClusterConfig.defaults().withScheduler().withRealNode());
            runAPodWithAVolume(cluster);
            System.out.println(cluster.directory());
            Thread.currentThread().join();
        }
    }
}
