package dev.mooring.testcluster;

import dev.mooring.testcluster.node.Containerd;
import dev.mooring.testcluster.node.Machine;
import dev.mooring.testcluster.node.NodeFiles;
import dev.mooring.testcluster.node.NodeImages;
import dev.mooring.testcluster.node.NodeNetwork;
import dev.mooring.testcluster.node.Requirements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A node on which pods really run: containerd, runc, a CNI bridge, kubelet, kube-proxy and CSI drivers for tests, in
 * namespaces of their own on this machine. It pulls no image.
 *
 * <p>A volume of one of its {@link #DRIVERS} is a directory of this machine: that of {@link #volume}, under the volume's
 * attribute {@code share} if it has one, else under its handle.
 */
public final class RealNode {
    /** The node's name. Its label {@code type} is {@code real}, that of simulated nodes is {@code kwok}. */
    public static final String NAME = "real-node";

    /** An image with static commands in {@code /bin}: cat, ls, write, sleep, serve, get. */
    public static final String IMAGE = NodeImages.TOOLS;

    /** The names of its CSI drivers. Each is a bind mount that honours {@code readonly}, whatever it stands in for. */
    public static final List<String> DRIVERS = List.of("hostpath.csi.k8s.io", "nfs.csi.k8s.io");

    private final NodeFiles files;
    private final NodeNetwork network;
    private final Containerd containerd;

    RealNode(NodeFiles files, NodeNetwork network, Containerd containerd) {
        this.files = files;
        this.network = network;
        this.containerd = containerd;
    }

    /** Returns what this machine lacks for a real node, one sentence for each; empty if it can have one. */
    public static List<String> missing() {
        try {
            return Requirements.missing(Machine.here());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while this machine was looked at", e);
        }
    }

    /** Returns the node's IP address, which this machine reaches as it does those of the node's pods. */
    public String address() {
        return network.nodeAddress();
    }

    /** Returns the directory of a CSI volume, which is made; {@code share} is its attribute of that name or its handle. */
    public Path volume(String share) {
        try {
            return Files.createDirectories(files.volumes().resolve(share));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the node the images of an archive that {@code docker save} or the like has written. */
    public void importImages(Path archive) {
        try {
            containerd.importImages(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while images were imported", e);
        }
    }
}
