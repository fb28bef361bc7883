package dev.mooring.testcluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BinariesTest {
    private static final Set<Binary> WANTED = Set.of(Binary.ETCD, Binary.KWOK);
    private static final Map<Binary, Path> FIRST = Map.of(Binary.ETCD, Path.of("/1/etcd"));
    private static final Map<Binary, Path> SECOND = Map.of(Binary.ETCD, Path.of("/2/etcd"));

    @Test
    void comeFromTheFirstSourceThatHasThem() throws Exception {
        Binaries binaries = new Binaries(List.of(
                wanted -> new BinarySource.NotHere("empty"),
                wanted -> new BinarySource.Found(FIRST),
                wanted -> new BinarySource.Found(SECOND)));

        assertThat(binaries.find(WANTED)).isEqualTo(FIRST);
    }

    @Test
    void saysWhatEachSourceLacks() {
        Binaries binaries = new Binaries(List.of(
                wanted -> new BinarySource.NotHere("the cache is empty"),
                wanted -> new BinarySource.NotHere("install Go")));

        assertThatThrownBy(() -> binaries.find(WANTED))
                .hasMessage("no source has etcd, kwok:\n  - the cache is empty\n  - install Go");
    }

    @Test
    void saysThatGoIsMissing() throws Exception {
        GoBuild build = new GoBuild(Optional.of(new GoSources(Path.of("/go"))), Optional.empty(), (go, sources) -> {
            throw new AssertionError("there is nothing to build with");
        });

        assertThat(build.find(WANTED))
                .isEqualTo(new BinarySource.NotHere(
                        "there is no \"go\" on the PATH to build them with: install Go 1.26 or newer"));
    }
}
