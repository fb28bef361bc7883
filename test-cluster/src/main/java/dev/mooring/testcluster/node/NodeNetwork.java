package dev.mooring.testcluster.node;

/**
 * The addresses of one node. They are out of 198.18.0.0/15, which is set aside for test networks, so that none of them is
 * anybody's.
 *
 * @param number tells it from other nodes on this machine
 */
public record NodeNetwork(int number) {
    /** How many nodes one machine may have. */
    static final int COUNT = 64;

    private static final int LINK_SIZE = 4;

    public NodeNetwork {
        if (number < 0 || number >= COUNT) {
            throw new IllegalArgumentException("the number is \"" + number + "\"; it must be below " + COUNT);
        }
    }

    /** Returns the machine's own address on the link to the node. */
    public String hostAddress() {
        return linkAddress(1);
    }

    /** Returns the node's address. */
    public String nodeAddress() {
        return linkAddress(2);
    }

    /** Returns the addresses that pods have. */
    public String podSubnet() {
        return "198.19." + number + ".0/24";
    }

    /** Returns the machine's interface that leads to the node. */
    String hostInterface() {
        return "mooring" + number;
    }

    private String linkAddress(int host) {
        return "198.18.0." + (number * LINK_SIZE + host);
    }
}
