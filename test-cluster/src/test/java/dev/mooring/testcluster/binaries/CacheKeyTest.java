package dev.mooring.testcluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheKeyTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void writeModule() throws IOException {
        for (String file : new String[] {"go.mod", "go.sum", "main.go"}) {
            Files.writeString(directory.resolve(file), "content of " + file);
        }
    }

    @Test
    void isTheSameForTheSameSources() throws IOException {
        assertThat(key()).isEqualTo(key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"go.mod", "go.sum", "main.go", "another.go"})
    void changesWithEachSource(String file) throws IOException {
        CacheKey before = key();

        Files.writeString(directory.resolve(file), "changed");

        assertThat(key()).isNotEqualTo(before);
    }

    @Test
    void ignoresFilesThatDoNotGoIntoTheBuild() throws IOException {
        CacheKey before = key();

        Files.writeString(directory.resolve("README.md"), "text");

        assertThat(key()).isEqualTo(before);
    }

    @Test
    void changesWhenContentMovesToTheNextFile() throws IOException {
        Files.writeString(directory.resolve("go.mod"), "ab");
        Files.writeString(directory.resolve("go.sum"), "c");
        CacheKey before = key();

        Files.writeString(directory.resolve("go.mod"), "a");
        Files.writeString(directory.resolve("go.sum"), "bc");

        assertThat(key()).isNotEqualTo(before);
    }

    @Test
    void namesAnEntryForEachGoVersion() throws IOException {
        assertThat(key().entry("go1.26.8")).startsWith("etcd-").contains("-go1.26.8-");
        assertThat(key().entry("go1.26.8")).isNotEqualTo(key().entry("go1.26.9"));
    }

    @Test
    void matchesEntriesOfEveryGoVersionButOfNoOtherPlatform() throws IOException {
        CacheKey key = new CacheKey(GoModule.ETCD, "0123", "linux-amd64");

        assertThat(key.matches("etcd-0123-go1.26.8-linux-amd64")).isTrue();
        assertThat(key.matches("etcd-0123-go1.26.8-linux-aarch64")).isFalse();
        assertThat(key.matches("etcd-4567-go1.26.8-linux-amd64")).isFalse();
    }

    private CacheKey key() throws IOException {
        return CacheKey.of(GoModule.ETCD, directory);
    }
}
