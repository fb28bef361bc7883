package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterConfigTest {
    @Test
    void hasAControllerManagerAndNothingElseByDefault() {
        assertThat(ClusterConfig.defaults()).isEqualTo(new ClusterConfig(true, null, 0, List.of()));
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
                .withApiServerFlags("--v=2")
                .withoutControllerManager();

        assertThat(all).isEqualTo(new ClusterConfig(false, "configuration", 3, List.of("--v=2")));
    }

    @Test
    void refusesLessThanNoNodes() {
        assertThatThrownBy(() -> ClusterConfig.defaults().withKwokNodes(-1))
                .hasMessage("kwokNodes is \"-1\"; it must be 0 or more");
    }
}
