package dev.mooring.testcluster;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import io.fabric8.kubernetes.api.model.storage.CSIDriverBuilder;
import io.fabric8.kubernetes.api.model.storage.CSINode;
import io.fabric8.kubernetes.api.model.storage.CSINodeDriver;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Collection;
import java.util.stream.Stream;

/** What a cluster has to know of a real node beside the objects that its kubelet makes. */
final class NodeObjects {
    private NodeObjects() {}

    static void create(KubernetesClient client, String apiServerAddress, int apiServerPort) {
        client.resource(apiServer(apiServerAddress, apiServerPort)).create();
        RealNode.DRIVERS.forEach(name -> client.resource(driver(name)).create());
    }

    /** Whether pods would be started, and volumes of all drivers mounted. */
    static boolean isReady(KubernetesClient client) {
        Node node = client.nodes().withName(RealNode.NAME).get();
        CSINode drivers =
                client.storage().v1().csiNodes().withName(RealNode.NAME).get();
        return node != null
                && KwokNodes.isReady(node)
                && drivers != null
                && Stream.ofNullable(drivers.getSpec().getDrivers())
                        .flatMap(Collection::stream)
                        .map(CSINodeDriver::getName)
                        .toList()
                        .containsAll(RealNode.DRIVERS);
    }

    /** Leads the Service {@code kubernetes} to the API server, whose own address no pod could reach. */
    private static EndpointSlice apiServer(String address, int port) {
        return new EndpointSliceBuilder()
                .withNewMetadata()
                .withName("kubernetes")
                .withNamespace("default")
                .addToLabels("kubernetes.io/service-name", "kubernetes")
                .endMetadata()
                .withAddressType("IPv4")
                .addNewEndpoint()
                .withAddresses(address)
                .withNewConditions()
                .withReady(true)
                .endConditions()
                .endEndpoint()
                .addNewPort()
                .withName("https")
                .withPort(port)
                .withProtocol("TCP")
                .endPort()
                .build();
    }

    private static CSIDriver driver(String name) {
        return new CSIDriverBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withAttachRequired(false)
                .withPodInfoOnMount(false)
                .withFsGroupPolicy("None")
                .endSpec()
                .build();
    }
}
