package dev.mooring.testcluster;

import static java.util.Objects.requireNonNull;

import dev.mooring.testcluster.binaries.Binaries;
import dev.mooring.testcluster.binaries.Binary;
import dev.mooring.testcluster.faults.FaultProxy;
import dev.mooring.testcluster.pki.Authority;
import dev.mooring.testcluster.pki.Identity;
import dev.mooring.testcluster.process.Cgroups;
import dev.mooring.testcluster.process.FileTree;
import dev.mooring.testcluster.process.Supervised;
import dev.mooring.testcluster.process.Workspaces;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts the programs of one cluster in their order and knows its certificates. */
final class ControlPlane implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration TOKEN_LIFE = Duration.ofDays(1);
    private static final List<String> ADMINISTRATORS = List.of("system:masters");

    private final ClusterFiles files;
    private final Ports ports;
    private final Commands commands;
    private final Components components;
    private final Authority authority;
    private final Binaries binaries;
    private final Map<Binary, Path> programs;
    private final Path kubectl;
    private final Kubeconfig admin;
    private int kwokNodes;
    private boolean hasControlGroups;
    private @Nullable RealNode realNode;

    private ControlPlane(
            ClusterFiles files, Ports ports, Authority authority, Binaries binaries, Map<Binary, Path> programs)
            throws IOException {
        this.files = files;
        this.ports = ports;
        this.commands = new Commands(files, ports);
        this.components = new Components(files);
        this.authority = authority;
        this.binaries = binaries;
        this.programs = programs;
        this.kubectl = requireNonNull(programs.get(Binary.KUBECTL));
        this.admin = user("admin", ADMINISTRATORS);
    }

    /** Returns a control plane that is ready. */
    static ControlPlane start(ClusterConfig config, ClusterEnvironment environment)
            throws IOException, InterruptedException {
        if (config.hasRealNode()) {
            NodeStart.ensurePossible();
        }
        Map<Binary, Path> programs = environment.binaries().find(programsOf(config));
        for (int attempt = 1; ; attempt++) {
            try {
                return startOnce(config, environment, programs);
            } catch (PortTakenException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static ControlPlane startOnce(
            ClusterConfig config, ClusterEnvironment environment, Map<Binary, Path> programs)
            throws IOException, InterruptedException {
        ClusterFiles files = new ClusterFiles(environment.workspaces().create());
        Authority authority = Authority.create(environment.clock());
        files.prepare(authority);
        ControlPlane created = new ControlPlane(files, Ports.free(), authority, environment.binaries(), programs);
        try {
            created.run(config);
            return created;
        } catch (PortTakenException | InterruptedException e) {
            created.close();
            FileTree.delete(files.directory());
            throw e;
        } catch (IOException | RuntimeException e) {
            created.close();
            files.deleteAllButLogs();
            Workspaces.keep(files.directory());
            throw e;
        }
    }

    private static Set<Binary> programsOf(ClusterConfig config) {
        EnumSet<Binary> programs = EnumSet.of(Binary.ETCD, Binary.KUBE_APISERVER, Binary.KUBECTL);
        if (config.hasControllerManager()) {
            programs.add(Binary.KUBE_CONTROLLER_MANAGER);
        }
        if (config.scheduler().isPresent()) {
            programs.add(Binary.KUBE_SCHEDULER);
        }
        if (config.kwokNodes() > 0) {
            programs.add(Binary.KWOK);
        }
        if (config.hasRealNode()) {
            programs.addAll(NodeStart.PROGRAMS);
        }
        return programs;
    }

    private void run(ClusterConfig config) throws IOException, InterruptedException {
        if (!config.hasRealNode()) {
            runWithoutRealNode(config);
            return;
        }
        files.prepareRealNode(authority);
        hasControlGroups = true;
        NodeStart node = NodeStart.begin(files, components, programs);
        runWithoutRealNode(config);
        try (KubernetesClient client = adminClient()) {
            realNode = node.join(client, apiServer(), this::user, this::until);
        }
    }

    private void runWithoutRealNode(ClusterConfig config) throws IOException, InterruptedException {
        start(Binary.ETCD, commands.etcd());
        start(Binary.KUBE_APISERVER, commands.apiServer(apiServerFlags(config)));
        awaitReady();
        if (config.hasControllerManager()) {
            Kubeconfig kubeconfig = user("system:kube-controller-manager", List.of());
            start(Binary.KUBE_CONTROLLER_MANAGER, commands.controllerManager(kubeconfig.file()));
        }
        if (config.scheduler().isPresent()) {
            Kubeconfig kubeconfig = user("system:kube-scheduler", List.of());
            Files.writeString(
                    files.schedulerConfiguration(),
                    SchedulerConfiguration.complete(config.scheduler().get(), kubeconfig.file()));
            start(Binary.KUBE_SCHEDULER, commands.scheduler());
        }
        try (KubernetesClient client = adminClient()) {
            if (config.hasControllerManager()) {
                awaitDefaultServiceAccount(client);
            }
            if (config.kwokNodes() > 0) {
                addKwokNodes(client, config.kwokNodes());
            }
        }
    }

    private List<String> apiServerFlags(ClusterConfig config) {
        List<String> flags = new ArrayList<>(config.hasRealNode() ? commands.apiServerWithRealNode() : List.of());
        flags.addAll(config.apiServerFlags());
        return flags;
    }

    Optional<RealNode> realNode() {
        return Optional.ofNullable(realNode);
    }

    ClusterFiles files() {
        return files;
    }

    URI apiServer() {
        return URI.create("https://127.0.0.1:" + ports.apiServer());
    }

    Path kubectl() {
        return kubectl;
    }

    Kubeconfig admin() {
        return admin;
    }

    KubernetesClient adminClient() {
        return admin.client();
    }

    Kubeconfig user(String name, List<String> groups) throws IOException {
        Identity identity = authority.user(name, groups);
        String fileName =
                groups.isEmpty() || groups.equals(ADMINISTRATORS) ? name : name + "_" + String.join("_", groups);
        return Kubeconfig.ofCertificate(
                apiServer().toString(),
                authority.identity().certificatePem(),
                name,
                identity.certificatePem(),
                identity.keyPem(),
                files.kubeconfig(fileName));
    }

    Kubeconfig serviceAccount(KubernetesClient client, String namespace, String name) throws IOException {
        TokenRequest request = new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(TOKEN_LIFE.toSeconds())
                .endSpec()
                .build();
        TokenRequest answer =
                client.serviceAccounts().inNamespace(namespace).withName(name).tokenRequest(request);
        String user = "system:serviceaccount:" + namespace + ":" + name;
        return Kubeconfig.ofToken(
                apiServer().toString(),
                authority.identity().certificatePem(),
                user,
                answer.getStatus().getToken(),
                files.kubeconfig(user));
    }

    void pauseApiServer(Duration length) throws IOException, InterruptedException {
        Supervised apiServer = components.started(Binary.KUBE_APISERVER);
        apiServer.pause();
        try {
            Thread.sleep(length);
        } finally {
            apiServer.resume();
        }
    }

    FaultProxy faultProxy() throws IOException {
        return FaultProxy.start(
                apiServer(),
                authority.server("fault-proxy", List.of("127.0.0.1")),
                authority.identity().certificate());
    }

    void addKwokNodes(KubernetesClient client, int count) throws IOException, InterruptedException {
        if (!components.isRunning(Binary.KWOK)) {
            Kubeconfig kubeconfig = user("kwok", ADMINISTRATORS);
            start(Binary.KWOK, commands.kwok(kubeconfig.file()));
        }
        for (int added = 0; added < count; added++) {
            client.nodes().resource(KwokNodes.node(kwokNodes++)).create();
        }
        until(
                "all nodes are ready",
                () -> client.nodes().list().getItems().stream().allMatch(KwokNodes::isReady));
    }

    void awaitEnd() throws IOException, InterruptedException {
        while (true) {
            components.ensureAlive();
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Kills all programs. What they leave beside files goes, too. */
    @Override
    public void close() {
        components.close();
        if (hasControlGroups) {
            deleteControlGroups();
        }
    }

    private void deleteControlGroups() {
        try {
            if (!Cgroups.ofThisMachine().delete(files.directory())) {
                throw new IllegalStateException("processes of the real node are still alive in the control groups "
                        + Cgroups.name(files.directory()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Binary binary, List<String> arguments) throws IOException, InterruptedException {
        components.start(binary, program(binary), arguments);
    }

    /** Asks for what the configuration did not want at first, too. */
    private Path program(Binary binary) throws IOException, InterruptedException {
        Path known = programs.get(binary);
        return known == null ? requireNonNull(binaries.find(EnumSet.of(binary)).get(binary)) : known;
    }

    private void awaitReady() throws IOException, InterruptedException {
        try (Readiness readiness =
                new Readiness(apiServer(), authority.identity().certificate())) {
            until("the API server is ready", readiness::isReady);
        }
    }

    private void awaitDefaultServiceAccount(KubernetesClient client) throws IOException, InterruptedException {
        until(
                "the controller-manager has made the default service account",
                () -> client.serviceAccounts()
                                .inNamespace("default")
                                .withName("default")
                                .get()
                        != null);
    }

    private void until(String what, Await.Condition condition) throws IOException, InterruptedException {
        Await.until(what + " (logs: " + files.logs() + ")", PATIENCE, () -> {
            components.ensureAlive();
            return condition.holds();
        });
    }
}
