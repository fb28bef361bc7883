package dev.mooring.testcluster;

import static java.util.Objects.requireNonNull;

import dev.mooring.testcluster.binaries.Binary;
import dev.mooring.testcluster.node.Containerd;
import dev.mooring.testcluster.node.Machine;
import dev.mooring.testcluster.node.Namespaces;
import dev.mooring.testcluster.node.NodeFiles;
import dev.mooring.testcluster.node.NodeImages;
import dev.mooring.testcluster.node.NodeNetwork;
import dev.mooring.testcluster.node.Requirements;
import dev.mooring.testcluster.process.Cgroups;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts the programs of a real node in their order: {@link #begin} before the API server is up, {@link #join} after it. */
final class NodeStart {
    static final Set<Binary> PROGRAMS =
            EnumSet.of(Binary.KUBELET, Binary.KUBE_PROXY, Binary.TOOLS, Binary.CSI_DRIVER, Binary.RELAY);

    /** What a kubelet has where CSI drivers look for it. */
    private static final String KUBELET_DIRECTORY = "/var/lib/kubelet";

    private final ClusterFiles clusterFiles;
    private final NodeFiles files;
    private final Components components;
    private final Map<Binary, Path> programs;
    private final Path cniPlugins;
    private final Map<String, String> environment;

    private NodeStart(ClusterFiles clusterFiles, Components components, Map<Binary, Path> programs, Path cniPlugins) {
        this.clusterFiles = clusterFiles;
        this.files = new NodeFiles(clusterFiles.node(), clusterFiles.logs().resolve("pods"));
        this.components = components;
        this.programs = programs;
        this.cniPlugins = cniPlugins;
        // The way to the API server leads through no proxy.
        this.environment = Map.of("PATH", Machine.path(System.getenv()), "NO_PROXY", "*", "no_proxy", "*");
    }

    /** Waits for something as long as all programs run. */
    @FunctionalInterface
    interface Waiting {
        void until(String what, Await.Condition condition) throws IOException, InterruptedException;
    }

    /** How a user of the node reaches the API server. */
    @FunctionalInterface
    interface Users {
        Kubeconfig kubeconfig(String name, List<String> groups) throws IOException;
    }

    /**
     * Fails if this machine cannot be a node.
     *
     * @throws IllegalStateException the message says what it lacks
     */
    static void ensurePossible() throws IOException, InterruptedException {
        List<String> missing = Requirements.missing(Machine.here());
        if (!missing.isEmpty()) {
            throw new IllegalStateException(RealNodeWish.refusal(missing));
        }
    }

    /** Begins with what needs no API server. */
    static NodeStart begin(ClusterFiles clusterFiles, Components components, Map<Binary, Path> programs)
            throws IOException {
        NodeStart start = new NodeStart(
                clusterFiles, components, programs, Machine.findCniPlugins().orElseThrow());
        start.files.prepare();
        components.start(
                "node", Namespaces.program(start.files, Cgroups.name(clusterFiles.directory())), start.environment);
        return start;
    }

    /** Returns the node when pods can run on it. */
    RealNode join(KubernetesClient client, URI apiServer, Users users, Waiting waiting)
            throws IOException, InterruptedException {
        waiting.until("the node has namespaces", () -> Namespaces.find(files).isPresent());
        Namespaces namespaces = Namespaces.find(files).orElseThrow();
        NodeNetwork network = namespaces.link();
        files.writeSettings(RealNode.NAME, network, cniPlugins, clusterFiles.certificate("ca"));
        Containerd containerd = new Containerd(namespaces, clusterFiles.directory());
        components.start("containerd", containerd.program(files), environment);
        lead(network.hostAddress(), apiServer, users);
        waiting.until("containerd listens", containerd::isListening);
        start(namespaces, Binary.KUBELET, kubelet(network));
        start(namespaces, Binary.KUBE_PROXY, List.of("--config=" + files.kubeProxy()));
        start(namespaces, Binary.CSI_DRIVER, csiDriver());
        containerd.importImages(images());
        NodeObjects.create(client, network.hostAddress(), apiServer.getPort());
        waiting.until("the real node is ready", () -> NodeObjects.isReady(client));
        return new RealNode(files, network, containerd);
    }

    /** The API server listens on the loopback interface only: a relay stands where the node can reach it. */
    private void lead(String address, URI apiServer, Users users) throws IOException {
        String listen = address + ":" + apiServer.getPort();
        components.start(Binary.RELAY, program(Binary.RELAY), List.of(listen, apiServer.getAuthority()));
        users.kubeconfig("system:node:" + RealNode.NAME, List.of("system:nodes"))
                .reachedAt("https://" + listen, files.kubeconfig("kubelet"));
        users.kubeconfig("system:kube-proxy", List.of()).reachedAt("https://" + listen, files.kubeconfig("kube-proxy"));
    }

    private List<String> kubelet(NodeNetwork network) {
        return List.of(
                "--config=" + files.kubelet(),
                "--kubeconfig=" + files.kubeconfig("kubelet"),
                "--root-dir=" + KUBELET_DIRECTORY,
                "--hostname-override=" + RealNode.NAME,
                "--node-ip=" + network.nodeAddress(),
                "--node-labels=type=real");
    }

    private List<String> csiDriver() {
        List<String> arguments = new ArrayList<>(
                List.of(RealNode.NAME, KUBELET_DIRECTORY, files.volumes().toString()));
        arguments.addAll(RealNode.DRIVERS);
        return arguments;
    }

    private Path images() throws IOException {
        return Files.write(files.images(), NodeImages.archive(Files.readAllBytes(program(Binary.TOOLS))));
    }

    private void start(Namespaces namespaces, Binary binary, List<String> arguments) throws IOException {
        List<String> program = new ArrayList<>(List.of(program(binary).toString()));
        program.addAll(arguments);
        components.start(binary.fileName(), namespaces.inside(clusterFiles.directory(), program), environment);
    }

    private Path program(Binary binary) {
        return requireNonNull(programs.get(binary));
    }
}
