package dev.mooring.testcluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodeNetworkTest {
    @Test
    void linksTwoAddresses() {
        NodeNetwork network = new NodeNetwork(3);

        assertThat(network.hostAddress()).isEqualTo("198.18.0.13");
        assertThat(network.nodeAddress()).isEqualTo("198.18.0.14");
        assertThat(network.podSubnet()).isEqualTo("198.19.3.0/24");
        assertThat(network.hostInterface()).isEqualTo("mooring3");
    }

    @Test
    void sharesNothingWithAnother() {
        assertThat(IntStream.range(0, NodeNetwork.COUNT).mapToObj(NodeNetwork::new))
                .doesNotHaveDuplicates()
                .extracting(NodeNetwork::nodeAddress)
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesANumberWithoutAddresses() {
        assertThatThrownBy(() -> new NodeNetwork(64)).hasMessage("the number is \"64\"; it must be below 64");
    }
}
