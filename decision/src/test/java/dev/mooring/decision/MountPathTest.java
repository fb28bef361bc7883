package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountPathTest {

    @ParameterizedTest
    @CsvSource({
        "/,              /",
        "/data,          /data",
        "/data/,         /data",
        "//data///x//,   /data/x",
        "/data/./x,      /data/x",
        "/data/../etc,   /etc",
        "/../..,         /",
        "data/x,         /data/x",
        "./data,         /data",
        "'',             /",
        "/.hidden/..x,   /.hidden/..x",
        "/data/..,       /",
    })
    void isReadAsTheRuntimeReadsIt(String path, String normal) {
        assertThat(MountPath.normal(path)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "/data,   /data",
        "/data,   /data/x",
        "/data/x, /data",
        "/,       /data",
        "/data,   /",
    })
    void meetsItselfAndWhatIsInside(String one, String other) {
        assertThat(MountPath.meet(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/data, /data2", "/data2, /data", "/a/b, /a/c", "/data/x, /data/xy"})
    void doesNotMeetItsNeighbours(String one, String other) {
        assertThat(MountPath.meet(one, other)).isFalse();
    }
}
