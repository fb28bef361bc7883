package dev.mooring.testcluster.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a node's files lie.
 *
 * @param directory the node's own
 * @param podLogs where what pods print goes
 */
public record NodeFiles(Path directory, Path podLogs) {
    /** Returns the settings of containerd. */
    public Path containerd() {
        return directory.resolve("containerd.toml");
    }

    /** Returns the settings of kubelet. */
    public Path kubelet() {
        return directory.resolve("kubelet.yaml");
    }

    /** Returns the settings of kube-proxy. */
    public Path kubeProxy() {
        return directory.resolve("kube-proxy.yaml");
    }

    /** Returns where {@code program} finds how it reaches the API server. */
    public Path kubeconfig(String program) {
        return directory.resolve(program + ".kubeconfig");
    }

    /** Returns the archive of the images that every node has. */
    public Path images() {
        return directory.resolve("images.tar");
    }

    /** Returns the directory below which the volumes of the node's CSI drivers have theirs. */
    public Path volumes() {
        return directory.resolve("volumes");
    }

    /** Makes the directories and the script; the rest needs a network. */
    public void prepare() throws IOException {
        Files.createDirectories(directory.resolve("cni"));
        Files.createDirectories(volumes());
        Files.createDirectories(podLogs);
        Files.writeString(script(), resource("node.sh"));
    }

    /** Writes all settings; {@code authority} is the certificate of whoever vouches for kubelet's clients. */
    public void writeSettings(String node, NodeNetwork network, Path cniPlugins, Path authority) throws IOException {
        Map<String, String> values = Map.of(
                "node", node,
                "directory", directory.toString(),
                "authority", authority.toString(),
                "cni-plugins", cniPlugins.toString(),
                "pause-image", NodeImages.PAUSE,
                "pod-subnet", network.podSubnet(),
                "kube-proxy-kubeconfig", kubeconfig("kube-proxy").toString());
        write(containerd(), values);
        write(kubelet(), values);
        write(kubeProxy(), values);
        write(directory.resolve("cni").resolve("mooring.conflist"), values);
    }

    Path script() {
        return directory.resolve("node.sh");
    }

    Path firstProcess() {
        return directory.resolve("first-process");
    }

    private static void write(Path file, Map<String, String> values) throws IOException {
        String text = resource(file.getFileName().toString());
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        Files.writeString(file, text);
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = NodeFiles.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("\"" + name + "\" is missing from the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
