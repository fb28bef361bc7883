package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterConfigTest {
    @Test
    void hasAControllerManagerAndNothingElseByDefault() {
        assertThat(ClusterConfig.defaults()).isEqualTo(new ClusterConfig(true, null, 0, false, List.of()));
    }

    @Test
    void isEqualWhereTheSameIsAskedFor() {
        assertThat(ClusterConfig.defaults().withScheduler().withKwokNodes(2))
                .isEqualTo(ClusterConfig.defaults().withKwokNodes(2).withScheduler());
    }

    @Test
    void keepsEverythingElseWhenOneThingChanges() {
        ClusterConfig all = ClusterConfig.defaults()
                .withScheduler("configuration")
                .withKwokNodes(3)
                .withRealNode()
                .withApiServerFlags("--v=2");

        assertThat(all).isEqualTo(new ClusterConfig(true, "configuration", 3, true, List.of("--v=2")));
        assertThat(ClusterConfig.defaults().withKwokNodes(3).withoutControllerManager())
                .isEqualTo(new ClusterConfig(false, null, 3, false, List.of()));
    }

    @Test
    void refusesARealNodeThatWouldNeverBeReady() {
        assertThatThrownBy(() -> ClusterConfig.defaults().withRealNode().withoutControllerManager())
                .hasMessage("a real node is never ready without a controller-manager");
    }

    @Test
    void refusesLessThanNoNodes() {
        assertThatThrownBy(() -> ClusterConfig.defaults().withKwokNodes(-1))
                .hasMessage("kwokNodes is \"-1\"; it must be 0 or more");
    }
}
