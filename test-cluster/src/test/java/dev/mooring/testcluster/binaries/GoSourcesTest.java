package dev.mooring.testcluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoSourcesTest {
    @TempDir
    private Path repository;

    @Test
    void areFoundFromAnyDirectoryOfTheRepository() throws IOException {
        Path go = Files.createDirectories(repository.resolve("test-cluster/go"));
        Path deep = Files.createDirectories(repository.resolve("webhook/target/deep"));

        assertThat(GoSources.find(Map.of(), deep)).contains(new GoSources(go));
    }

    @Test
    void areNotFoundOutsideIt() {
        assertThat(GoSources.find(Map.of(), repository)).isEmpty();
    }

    @Test
    void areWhereTheVariableSays() {
        assertThat(GoSources.find(Map.of("MOORING_CLUSTER_GO", "/somewhere/go"), repository))
                .contains(new GoSources(Path.of("/somewhere/go")));
    }
}
