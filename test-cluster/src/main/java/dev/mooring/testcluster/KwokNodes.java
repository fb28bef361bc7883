package dev.mooring.testcluster;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/** Nodes that exist in the API only; kwok keeps them ready and their pods running. */
final class KwokNodes {
    /** Marks the nodes that kwok takes care of. */
    static final String ANNOTATION = "kwok.x-k8s.io/node";

    static final String FAKE = "fake";

    private static final Map<String, Quantity> CAPACITY = Map.of(
            "cpu", new Quantity("32"),
            "memory", new Quantity("256Gi"),
            "ephemeral-storage", new Quantity("1Ti"),
            "pods", new Quantity("250"));

    private KwokNodes() {}

    /** Returns the node {@code kwok-<number>}. */
    static Node node(int number) {
        String name = "kwok-" + number;
        return new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .addToAnnotations(ANNOTATION, FAKE)
                .addToAnnotations("node.alpha.kubernetes.io/ttl", "0")
                .addToLabels("kubernetes.io/hostname", name)
                .addToLabels("kubernetes.io/os", "linux")
                .addToLabels("kubernetes.io/arch", "amd64")
                .addToLabels("type", "kwok")
                .endMetadata()
                .withNewStatus()
                .withAllocatable(CAPACITY)
                .withCapacity(CAPACITY)
                .endStatus()
                .build();
    }

    static boolean isReady(Node node) {
        return node.getStatus().getConditions().stream()
                .anyMatch(condition -> condition.getType().equals("Ready")
                        && condition.getStatus().equals("True"));
    }
}
