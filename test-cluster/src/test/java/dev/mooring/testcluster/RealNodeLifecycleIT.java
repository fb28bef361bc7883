package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.RealPods.Mount;
import dev.mooring.testcluster.node.Namespaces;
import dev.mooring.testcluster.node.NodeFiles;
import dev.mooring.testcluster.process.Cgroups;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
    void whatANodeDoesToItsMachineIsNotSeenOutside(TestCluster cluster) throws IOException, InterruptedException {
        awaitRulesInside(cluster);
        Traces seen = Traces.here();

        assertThat(seen.mounts())
                .noneMatch(mount -> mount.contains("/var/lib/kubelet") || mount.contains("/run/containerd"));
        assertThat(seen.interfaces()).noneMatch(name -> name.startsWith("cni") || name.contains("kube"));
        assertThat(seen.rules()).noneMatch(rule -> rule.contains("KUBE-") || rule.contains("CNI-"));
        assertThat(controlGroups(cluster.directory())).isNotEmpty();
    }

    @Test
    void aClosedClusterLeavesNothing() throws IOException, InterruptedException {
        Traces before = Traces.here();
        TestCluster cluster =
                TestCluster.start(ClusterConfig.defaults().withScheduler().withRealNode());
        runAPodWithAVolume(cluster);
        assertThat(Traces.here().interfaces()).hasSize(before.interfaces().size() + 1);
        assertThat(Traces.here().routes()).hasSizeGreaterThan(before.routes().size());
        awaitRulesInside(cluster);

        cluster.close();

        assertThat(controlGroups(cluster.directory())).isEmpty();
        assertThat(cluster.directory()).doesNotExist();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Traces.here()).isEqualTo(before));
    }

    @Test
    void aKilledJvmLeavesNothingThatTheNextStartDoesNotSweep() throws Exception {
        Traces before = Traces.here();
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
            assertThat(Traces.here()).isEqualTo(before);
        });
        TestCluster.start(ClusterConfig.defaults().withoutControllerManager()).close();
        assertThat(controlGroups(directory)).isEmpty();
        assertThat(directory).doesNotExist();
    }

    /** A killed process of which nobody has asked how it ended is still known, but has no arguments any more. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().isPresent();
    }

    private static void awaitRulesInside(TestCluster cluster) throws IOException {
        ClusterFiles files = new ClusterFiles(cluster.directory());
        Namespaces namespaces =
                Namespaces.find(new NodeFiles(files.node(), files.logs())).orElseThrow();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                Traces.rules(command -> namespaces.inside(cluster.directory(), command)))
                        .anyMatch(rule -> rule.startsWith("-A KUBE-SERVICES")));
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
