package dev.mooring.decision;

import static dev.mooring.decision.World.asking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamespaceIsAProjectTest {
    private static final World DEFAULT = new World(Grants.outsideProjects("default"), HeldStorage.NONE, Map.of());
    private static final Deny DENIAL = new Deny(
            DenyReason.NOT_A_PROJECT,
            "pod \"train\" in namespace \"default\": data volumes are for the pods of projects, and this namespace is none;"
                    + " run it in a project's namespace, or ask for this namespace to be made one");

    @Test
    void deniesReferencesElsewhere() {
        assertThat(DEFAULT.mutate(asking("imagenet"))).isEqualTo(DENIAL);
        assertThat(DEFAULT.validate(asking("imagenet"))).isEqualTo(DENIAL);
    }

    @Test
    void deniesReservedClaimsElsewhere() {
        String pod = """
                {metadata: {name: 'train'},
                 spec: {volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}}]}}
                """;

        assertThat(DEFAULT.mutate(pod)).isEqualTo(DENIAL);
        assertThat(DEFAULT.validate(pod)).isEqualTo(DENIAL);
    }

    @Test
    void leavesPodsAloneThatAskForNoData() {
        assertThat(DEFAULT.mutate("{metadata: {name: 'train', annotations: {'mooring.dev/containers': 'main'}}}"))
                .isInstanceOf(Allow.class);
    }
}
