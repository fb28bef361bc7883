package dev.mooring.testcluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports of the loopback interface that were free a moment ago. Somebody else may take one before it is used: starting a
 * cluster tries again then.
 */
record Ports(int etcd, int etcdPeer, int apiServer) {
    static Ports free() throws IOException {
        try (ServerSocket first = open();
                ServerSocket second = open();
                ServerSocket third = open()) {
            return new Ports(first.getLocalPort(), second.getLocalPort(), third.getLocalPort());
        }
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
