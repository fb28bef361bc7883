package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterEnvironmentTest {
    private static final Path HOME = Path.of("/home/ana");

    @Test
    void cachesWhereXdgSays() {
        assertThat(ClusterEnvironment.cache(Map.of("XDG_CACHE_HOME", "/caches"), HOME))
                .isEqualTo(Path.of("/caches/mooring"));
    }

    @Test
    void cachesInTheHomeDirectoryOtherwise() {
        assertThat(ClusterEnvironment.cache(Map.of("XDG_CACHE_HOME", ""), HOME))
                .isEqualTo(Path.of("/home/ana/.cache/mooring"));
    }
}
