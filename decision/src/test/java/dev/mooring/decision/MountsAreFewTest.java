package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.asking;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class MountsAreFewTest {

    @Test
    void deniesMoreMountsThanAnObjectCanHold() {
        assertThat(NLP.mutate(withContainers(2049)))
                .isEqualTo(denied(
                        DenyReason.TOO_MANY_MOUNTS,
                        "the references would become 4098 mounts, and 4096 are the most;"
                                + " name the containers that need them in mooring.dev/containers"));
    }

    @Test
    void allowsAsManyAsThat() {
        assertThat(NLP.mutate(withContainers(2048))).isInstanceOf(Decision.Plan.class);
    }

    private static ObjectNode withContainers(int count) {
        ObjectNode pod = Json.read(asking("imagenet, laion"));
        for (int i = 1; i < count; i++) {
            pod.withArray("/spec/containers").addObject().put("name", "c" + i);
        }
        return pod;
    }
}
