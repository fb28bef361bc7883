package dev.mooring.testcluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LinkerFlagsTest {
    @Test
    void tellKubernetesTheVersionThatGoModRequires() {
        assertThat(LinkerFlags.kubernetes("require (\n\tk8s.io/kubectl v0.36.3\n\tk8s.io/kubernetes v1.36.3\n)\n"))
                .contains("gitVersion=v1.36.3", "gitMajor=1", "gitMinor=36");
    }

    @Test
    void refuseAModuleWithoutKubernetes() {
        assertThatThrownBy(() -> LinkerFlags.kubernetes("module example\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("k8s.io/kubernetes");
    }
}
