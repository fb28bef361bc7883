package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ControllerConfigTest {
    @Test
    void hasADefaultForEverything() {
        assertThat(ControllerConfig.from(Map.of()))
                .isEqualTo(new ControllerConfig("mooring-system", "mooring-cluster", Set.of(), false));
    }

    @Test
    void readsEverySetting() {
        assertThat(ControllerConfig.from(Map.of(
                        "MOORING_NAMESPACE", "ours",
                        "MOORING_CLUSTER_SCOPE_NAMESPACE", "everybody",
                        "MOORING_EXEMPT_NAMESPACES", "cni, csi,",
                        "MOORING_ALLOW_NODE_LOCAL", "true")))
                .isEqualTo(new ControllerConfig("ours", "everybody", Set.of("cni", "csi"), true));
    }

    @Test
    void refusesAFlagThatIsNone() {
        assertThatThrownBy(() -> ControllerConfig.from(Map.of("MOORING_ALLOW_NODE_LOCAL", "yes")))
                .hasMessage("MOORING_ALLOW_NODE_LOCAL is \"yes\"; it must be true or false");
    }

    @Test
    void refusesTheClusterScopeInItsOwnNamespace() {
        assertThatThrownBy(() -> ControllerConfig.from(Map.of("MOORING_CLUSTER_SCOPE_NAMESPACE", "mooring-system")))
                .hasMessage(
                        "MOORING_CLUSTER_SCOPE_NAMESPACE is \"mooring-system\", which is Mooring's own namespace; it must"
                                + " be another one");
    }

    @Test
    void neverGivesAwayItsOwnTheClusterScopesAndExemptNamespaces() {
        var config = new ControllerConfig("ours", "everybody", Set.of("cni"), false);

        assertThat(config.scopeNames().refused()).containsExactlyInAnyOrder("ours", "everybody", "cni");
    }
}
