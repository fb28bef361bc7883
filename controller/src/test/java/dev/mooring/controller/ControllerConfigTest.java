package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.controller.backend.BackendSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControllerConfigTest {
    @Test
    void hasADefaultForEverything() {
        assertThat(ControllerConfig.from(Map.of()))
                .isEqualTo(new ControllerConfig(
                        "mooring-system",
                        "mooring-cluster",
                        Set.of(),
                        BackendSettings.STRICT,
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(5)));
    }

    @Test
    void readsEverySetting() {
        assertThat(ControllerConfig.from(Map.of(
                        "MOORING_NAMESPACE", "ours",
                        "MOORING_CLUSTER_SCOPE_NAMESPACE", "everybody",
                        "MOORING_EXEMPT_NAMESPACES", "cni, csi,",
                        "MOORING_ALLOW_NODE_LOCAL", "true",
                        "MOORING_MIRROR_GRACE", "90s",
                        "MOORING_EVICTION_DEADLINE", "1h")))
                .isEqualTo(new ControllerConfig(
                        "ours",
                        "everybody",
                        Set.of("cni", "csi"),
                        new BackendSettings(true, null, Map.of()),
                        Duration.ofSeconds(90),
                        Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "-1m", "1d", "10 m", "PT10M"})
    void refusesADurationThatIsNone(String value) {
        assertThatThrownBy(() -> ControllerConfig.from(Map.of("MOORING_MIRROR_GRACE", value)))
                .hasMessage("MOORING_MIRROR_GRACE is \"" + value
                        + "\"; it must be a number with its unit, s, m or h, such as 10m");
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
        var config = new ControllerConfig(
                "ours", "everybody", Set.of("cni"), BackendSettings.STRICT, Duration.ZERO, Duration.ZERO);

        assertThat(config.scopeNames().refused()).containsExactlyInAnyOrder("ours", "everybody", "cni");
    }
}
