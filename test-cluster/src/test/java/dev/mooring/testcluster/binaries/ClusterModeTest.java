package dev.mooring.testcluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClusterModeTest {
    @Test
    void isParsedFromItsName() {
        assertThat(ClusterMode.parse("auto")).isEqualTo(ClusterMode.AUTO);
        assertThat(ClusterMode.parse("native")).isEqualTo(ClusterMode.NATIVE);
    }

    @Test
    void namesWhatIsAllowed() {
        assertThatThrownBy(() -> ClusterMode.parse("k3s"))
                .hasMessage("cluster is \"k3s\"; it must be one of auto, native");
    }
}
