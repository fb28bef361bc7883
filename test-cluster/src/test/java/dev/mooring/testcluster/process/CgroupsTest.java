package dev.mooring.testcluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CgroupsTest {
    private static final Path WORKSPACE = Path.of("/clusters/4711");

    @TempDir
    private Path root;

    @Test
    void areDeletedInAllHierarchiesOfVersionOne() throws Exception {
        Files.createDirectories(root.resolve("cpu/mooring-4711/k8s.io/container"));
        Files.createDirectories(root.resolve("memory/mooring-4711"));

        assertThat(new Cgroups(root).delete(WORKSPACE)).isTrue();

        assertThat(root.resolve("cpu")).isEmptyDirectory();
        assertThat(root.resolve("memory")).isEmptyDirectory();
    }

    @Test
    void areDeletedInTheOneHierarchyOfVersionTwo() throws Exception {
        Files.createDirectories(root.resolve("mooring-4711/k8s.io/container"));

        assertThat(new Cgroups(root).delete(WORKSPACE)).isTrue();

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void ofOthersStay() throws Exception {
        Path others = Files.createDirectories(root.resolve("cpu/mooring-47110"));

        assertThat(new Cgroups(root).delete(WORKSPACE)).isTrue();

        assertThat(others).exists();
    }

    @Test
    void needNotBeThere() throws Exception {
        assertThat(new Cgroups(root.resolve("nowhere")).delete(WORKSPACE)).isTrue();
    }
}
