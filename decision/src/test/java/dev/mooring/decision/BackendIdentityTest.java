package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendIdentityTest {
    private static final BackendIdentity IMAGENET = BackendIdentity.nfs("nas.example", "/exports/imagenet");

    @ParameterizedTest
    @CsvSource({
        "NAS.example, /exports/imagenet",
        "nas.example., /exports/imagenet/",
        "nas.example, //exports///imagenet",
        "nas.example, /exports/./imagenet/.",
        "nas.example, /exports/laion/../imagenet",
        "nas.example, /../exports/imagenet",
        "nas.example, exports/imagenet"
    })
    void anExportIsTheSameInEverySpelling(String server, String path) {
        assertThat(BackendIdentity.nfs(server, path)).isEqualTo(IMAGENET);
    }

    @ParameterizedTest
    @CsvSource({
        "/exports, true",
        "/, true",
        "/exports/imagenet/train, true",
        "/exports/imagenet-2, false",
        "/exports/laion, false",
        "/exports/imagene, false"
    })
    void parentsAndChildrenOverlapAndNeighboursDoNot(String path, boolean overlaps) {
        assertThat(IMAGENET.overlaps(BackendIdentity.nfs("nas.example", path))).isEqualTo(overlaps);
    }

    @Test
    void anotherServerIsAnotherPlace() {
        assertThat(IMAGENET.overlaps(BackendIdentity.nfs("nas-2.example", "/exports/imagenet")))
                .isFalse();
    }

    @Test
    void aDirectoryOfANodeIsNoExport() {
        assertThat(IMAGENET.overlaps(BackendIdentity.directory("/exports/imagenet")))
                .isFalse();
    }

    @Test
    void aClusterOfWhichOnlyMonitorsAreKnownMayBeAny() {
        assertThat(BackendIdentity.cephfs("rook-ceph", "/volumes/csi/a")
                        .overlaps(BackendIdentity.cephfs("", "/volumes")))
                .isTrue();
    }

    @Test
    void clustersThatAreKnownAreDifferent() {
        assertThat(BackendIdentity.cephfs("one", "/volumes").overlaps(BackendIdentity.cephfs("two", "/volumes")))
                .isFalse();
    }

    @Test
    void aTargetIsTheSameInEveryCase() {
        assertThat(BackendIdentity.iscsi("IQN.2001-04.com.Example:a", 1))
                .isEqualTo(BackendIdentity.iscsi("iqn.2001-04.com.example:a", 1))
                .isNotEqualTo(BackendIdentity.iscsi("iqn.2001-04.com.example:a", 10));
    }
}
