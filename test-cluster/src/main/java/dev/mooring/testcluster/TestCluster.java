package dev.mooring.testcluster;

import dev.mooring.testcluster.faults.FaultProxy;
import dev.mooring.testcluster.process.FileTree;
import dev.mooring.testcluster.process.Workspaces;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running Kubernetes control plane: etcd, kube-apiserver and what else its configuration asks for, as processes of this
 * machine. It listens on the loopback interface only, on ports of its own, so that many can stand side by side.
 *
 * <p>Safe for use by several threads.
 */
public final class TestCluster implements AutoCloseable {
    private static final Duration EXEC_PATIENCE = Duration.ofMinutes(1);

    private final ControlPlane controlPlane;
    private final KubernetesClient client;
    private boolean keepsLogs;
    private boolean closed;

    private TestCluster(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
        this.client = controlPlane.adminClient();
    }

    /**
     * Starts a cluster and returns when it is ready: the API server, the default service account if there is a
     * controller-manager, and the nodes. Programs that nobody has built yet are built first, which takes minutes and is
     * told on standard error.
     */
    public static TestCluster start(ClusterConfig config) {
        try {
            return new TestCluster(ControlPlane.start(config, ClusterEnvironment.ofThisMachine(System.err::println)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a cluster started", e);
        }
    }

    /** Returns how its administrator reaches it, who may do everything. */
    public Kubeconfig admin() {
        return controlPlane.admin();
    }

    /** Returns how {@code name}, a member of {@code groups}, reaches it, by a certificate. */
    public Kubeconfig user(String name, String... groups) {
        try {
            return controlPlane.user(name, List.of(groups));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how a service account reaches it, by a token that holds for a day. The account must exist. */
    public Kubeconfig serviceAccount(String namespace, String name) {
        try {
            return controlPlane.serviceAccount(client, namespace, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns a new proxy in front of the API server, without faults at first; the caller closes it. {@link
     * Kubeconfig#through} leads to it.
     */
    public FaultProxy faultProxy() {
        try {
            return controlPlane.faultProxy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the API server do nothing for a while, its connections staying as they are; returns when it goes on. */
    public void pauseApiServer(Duration length) throws InterruptedException {
        try {
            controlPlane.pauseApiServer(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the administrator's client, which the cluster closes. */
    public KubernetesClient client() {
        return client;
    }

    /** Returns what the API server was asked. */
    public AuditLog auditLog() {
        return new AuditLog(controlPlane.files().auditLog());
    }

    /** Returns the cluster's directory. Each component's log is {@code logs/<component>.log} in it. */
    public Path directory() {
        return controlPlane.files().directory();
    }

    /** Returns the path of a kubectl of the cluster's version. */
    public Path kubectl() {
        return controlPlane.kubectl();
    }

    /** Returns the API server's address. */
    public URI apiServer() {
        return controlPlane.apiServer();
    }

    /** Whether there is a node on which pods really run. */
    public boolean hasRealNode() {
        return controlPlane.realNode().isPresent();
    }

    /**
     * Returns the node on which pods really run.
     *
     * @throws IllegalStateException if the configuration did not ask for one
     */
    public RealNode realNode() {
        return controlPlane
                .realNode()
                .orElseThrow(() -> new IllegalStateException("this cluster has no real node: nobody asked for one"));
    }

    /** Runs a command in a container on a real node and returns when it has ended, after a minute at the latest. */
    public Executed exec(String namespace, String pod, String container, String... command) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ExecWatch running = client.pods()
                .inNamespace(namespace)
                .withName(pod)
                .inContainer(container)
                .writingOutput(output)
                .writingError(output)
                .exec(command)) {
            int exitCode = running.exitCode().get(EXEC_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new Executed(
                    exitCode, output.toString(StandardCharsets.UTF_8).strip());
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot run \"" + String.join(" ", command) + "\" in pod " + pod, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a command ran in pod " + pod, e);
        }
    }

    /** Adds nodes on which pods seem to run, and returns when they are ready. */
    public synchronized void addKwokNodes(int count) {
        try {
            controlPlane.addKwokNodes(client, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while nodes were added", e);
        }
    }

    /**
     * Returns never while all programs run.
     *
     * @throws IllegalStateException as soon as one has ended; the logs stay
     */
    void awaitEnd() throws IOException, InterruptedException {
        try {
            controlPlane.awaitEnd();
        } catch (IllegalStateException ended) {
            keepLogs();
            throw ended;
        }
    }

    /** Leaves the logs where they are when the cluster is closed, for a day. */
    public synchronized void keepLogs() {
        keepsLogs = true;
    }

    /** Kills all programs and deletes the cluster's directory. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        client.close();
        controlPlane.close();
        try {
            clean();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clean() throws IOException {
        if (keepsLogs) {
            Workspaces.keep(directory());
            controlPlane.files().deleteAllButLogs();
        } else {
            FileTree.delete(directory());
        }
    }
}
