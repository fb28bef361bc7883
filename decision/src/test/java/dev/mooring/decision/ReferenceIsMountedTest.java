package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.asking;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ReferenceIsMountedTest {
    private static final String WHY =
            ": Mooring was not asked to add it, or another webhook took it away; create the pod again";

    @Test
    void deniesAPodThatMutationNeverSaw() {
        assertThat(NLP.validate(asking("imagenet")))
                .isEqualTo(denied(
                        DenyReason.NOT_MOUNTED,
                        "\"imagenet\" (column 1 of mooring.dev/data-volumes) has no volume in the pod" + WHY));
    }

    @Test
    void deniesAPodThatLostItsOnlyMount() {
        ObjectNode pod = NLP.mutated(asking("imagenet"));
        pod.withArray("/spec/containers/0/volumeMounts").removeAll();

        assertThat(NLP.validate(pod))
                .isEqualTo(denied(
                        DenyReason.NOT_MOUNTED,
                        "\"imagenet\" (column 1 of mooring.dev/data-volumes) is not mounted in container \"main\""
                                + WHY));
    }

    @Test
    void deniesAMountThatMoved() {
        ObjectNode pod = NLP.mutated(asking("imagenet"));
        ((ObjectNode) pod.at("/spec/containers/0/volumeMounts/0")).put("mountPath", "/elsewhere");

        assertThat(NLP.validate(pod))
                .isEqualTo(denied(
                        DenyReason.NOT_MOUNTED,
                        "\"imagenet\" (column 1 of mooring.dev/data-volumes) is not mounted in container \"main\""
                                + WHY));
    }

    @Test
    void deniesANamedContainerWithoutItsMount() {
        ObjectNode pod = NLP.mutated("""
                {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet',
                                                         'mooring.dev/containers': 'main, log'}},
                 spec: {containers: [{name: 'main'}, {name: 'log'}]}}
                """);
        pod.withArray("/spec/containers/1/volumeMounts").removeAll();

        assertThat(NLP.validate(pod))
                .isEqualTo(denied(
                        DenyReason.NOT_MOUNTED,
                        "\"imagenet\" (column 1 of mooring.dev/data-volumes) is not mounted in container \"log\""
                                + WHY));
    }

    @Test
    void deniesAPodWithoutContainers() {
        ObjectNode pod = NLP.mutated("""
                {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet'}}, spec: {}}
                """);

        assertThat(NLP.validate(pod))
                .isEqualTo(denied(
                        DenyReason.NOT_MOUNTED,
                        "\"imagenet\" (column 1 of mooring.dev/data-volumes) is mounted by no container" + WHY));
    }
}
