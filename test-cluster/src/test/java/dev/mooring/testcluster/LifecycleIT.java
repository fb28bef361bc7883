package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.testcluster.process.FileTree;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifecycleIT {
    private static final Namespace ONLY_HERE = new NamespaceBuilder()
            .withNewMetadata()
            .withName("only-here")
            .endMetadata()
            .build();

    @Test
    void clustersStandSideBySide() {
        try (TestCluster one = TestCluster.start(ClusterConfig.defaults());
                TestCluster other = TestCluster.start(ClusterConfig.defaults())) {
            one.client().resource(ONLY_HERE).create();

            assertThat(one.client().resource(ONLY_HERE).get()).isNotNull();
            assertThat(other.client().resource(ONLY_HERE).get()).isNull();
        }
    }

    @Test
    void aClosedClusterLeavesNothingBehind() throws IOException {
        TestCluster cluster = TestCluster.start(ClusterConfig.defaults());
        List<ProcessHandle> programs = programs(cluster.directory());
        assertThat(programs).hasSize(3).allMatch(ProcessHandle::isAlive);

        cluster.close();

        assertThat(programs).noneMatch(ProcessHandle::isAlive);
        assertThat(cluster.directory()).doesNotExist();
    }

    @Test
    void aClusterWhoseLogsAreWantedLeavesThemAlone() throws IOException {
        TestCluster cluster = TestCluster.start(ClusterConfig.defaults().withoutControllerManager());

        cluster.keepLogs();
        cluster.close();

        assertThat(cluster.directory().resolve("logs/kube-apiserver.log")).isNotEmptyFile();
        assertThat(cluster.directory().resolve("pki")).doesNotExist();
        assertThat(cluster.directory().resolve("etcd")).doesNotExist();
        FileTree.delete(cluster.directory());
    }

    @Test
    void aProgramThatDoesNotStartIsNamedWithItsLastWords() {
        ClusterConfig broken = ClusterConfig.defaults().withApiServerFlags("--no-such-flag");

        assertThatThrownBy(() -> TestCluster.start(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kube-apiserver ended; the last lines of")
                .hasMessageContaining("unknown flag: --no-such-flag");
    }

    @Test
    void startsInSeconds() {
        long before = System.nanoTime();

        try (TestCluster cluster = TestCluster.start(ClusterConfig.defaults())) {
            System.out.printf(
                    "test-cluster: %s ready after %d ms%n",
                    cluster.apiServer(), (System.nanoTime() - before) / 1_000_000);
            assertThat(cluster.client().namespaces().withName("default").get()).isNotNull();
        }
    }

    static List<ProcessHandle> programs(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("run"))) {
            return files.map(LifecycleIT::pid)
                    .map(pid -> ProcessHandle.of(pid).orElseThrow())
                    .toList();
        }
    }

    private static long pid(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
