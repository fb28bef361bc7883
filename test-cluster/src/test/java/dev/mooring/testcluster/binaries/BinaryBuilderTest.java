package dev.mooring.testcluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryBuilderTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    @TempDir
    private Path root;

    private final List<String> told = new ArrayList<>();
    private final List<GoModule> compiled = new ArrayList<>();

    @Test
    void linksEveryProgramToTheOneExecutable() throws Exception {
        Path directory = builder().build(Map.of(GoModule.KUBERNETES, "entry")).get(GoModule.KUBERNETES);

        assertThat(directory).isNotNull();
        assertThat(directory.resolve("kubectl")).hasContent("KUBERNETES");
        assertThat(directory.resolve("kube-apiserver")).isSymbolicLink().hasContent("KUBERNETES");
    }

    @Test
    void buildsOnlyWhatIsMissing() throws Exception {
        builder().build(Map.of(GoModule.ETCD, "etcd-entry"));

        builder().build(Map.of(GoModule.ETCD, "etcd-entry", GoModule.KWOK, "kwok-entry"));

        assertThat(compiled).containsExactly(GoModule.ETCD, GoModule.KWOK);
    }

    @Test
    void tellsWhichOfHowManyItBuilds() throws Exception {
        builder().build(Map.of(GoModule.ETCD, "etcd-entry"));
        told.clear();

        builder().build(Map.of(GoModule.ETCD, "etcd-entry", GoModule.KWOK, "kwok-entry"));

        assertThat(told).containsExactly("test-cluster: building kwok (1 of 1): built");
    }

    private BinaryBuilder builder() {
        return new BinaryBuilder(new BinaryCache(root), this::compile, told::add, CLOCK);
    }

    private void compile(GoModule module, Path target, BuildProgress progress) throws IOException {
        compiled.add(module);
        Files.writeString(target, module.name());
    }
}
