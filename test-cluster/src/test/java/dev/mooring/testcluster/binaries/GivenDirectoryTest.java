package dev.mooring.testcluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenDirectoryTest {
    @TempDir
    private Path directory;

    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void writeEtcd() throws IOException {
        assertThat(Files.createFile(directory.resolve("etcd")).toFile().setExecutable(true))
                .isTrue();
    }

    @Test
    void givesTheProgramsOfTheDirectory() {
        assertThat(source().find(Set.of(Binary.ETCD)))
                .isEqualTo(new BinarySource.Found(Map.of(Binary.ETCD, directory.resolve("etcd"))));
    }

    @Test
    void givesNothingIfOneIsMissingAndTellsSo() {
        assertThat(source().find(Set.of(Binary.ETCD, Binary.KWOK)))
                .isEqualTo(new BinarySource.NotHere("BIN is \"" + directory + "\", which lacks kwok"));
        assertThat(told)
                .containsExactly("test-cluster: BIN is \"" + directory + "\", which lacks kwok; looking elsewhere");
    }

    @Test
    void givesNothingIfTheVariableIsNotSet() {
        assertThat(new GivenDirectory("BIN", Map.of(), told::add).find(Set.of(Binary.ETCD)))
                .isEqualTo(new BinarySource.NotHere("BIN is not set: it may name a directory that has the programs"));
    }

    private GivenDirectory source() {
        return new GivenDirectory("BIN", Map.of("BIN", directory.toString()), told::add);
    }
}
