package dev.mooring.launcher.revocation;

import dev.mooring.testcluster.Kubeconfig;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.process.Supervised;
import dev.mooring.testcluster.process.Workspaces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One process of Mooring in a JVM of its own. It can be killed, started again, and stopped where it is. */
final class MooringProcess implements AutoCloseable {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Supervised.Command command;
    private volatile @Nullable Supervised running;

    /**
     * @param name its log's and its process id's
     * @param subcommand of {@code mooring}
     * @param variables what it is told besides where the cluster is
     */
    MooringProcess(
            TestCluster cluster, String name, String subcommand, Kubeconfig kubeconfig, Map<String, String> variables) {
        var environment = new HashMap<>(variables);
        environment.put("KUBECONFIG", kubeconfig.file().toString());
        command = new Supervised.Command(
                List.of(
                        JAVA.toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        // Names the cluster's directory, by which survivors of a killed run are found.
                        "-Djava.io.tmpdir=" + cluster.directory(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.mooring.launcher.Main",
                        subcommand),
                environment,
                cluster.directory(),
                cluster.directory().resolve("logs").resolve(name + ".log"),
                Workspaces.pidFile(cluster.directory(), name));
    }

    synchronized void start() throws IOException {
        if (running == null) {
            running = Supervised.start(command);
        }
    }

    /** Starts it again if it has ended by itself, as kubelet would; returns whether it had. */
    boolean revive() throws IOException {
        var seen = running;
        return seen != null && !seen.isAlive() && replace(seen);
    }

    private synchronized boolean replace(Supervised ended) throws IOException {
        if (running != ended) {
            return false; // somebody kills it, or has started it again
        }
        ended.close();
        running = Supervised.start(command);
        return true;
    }

    synchronized void kill() {
        var killed = running;
        if (killed != null) {
            running = null;
            killed.close();
        }
    }

    /** Stops it where it is for a while; returns when it goes on. */
    synchronized void pause(Duration length) throws IOException, InterruptedException {
        var paused = running;
        if (paused != null && paused.isAlive()) {
            paused.pause();
            try {
                Thread.sleep(length);
            } finally {
                paused.resume();
            }
        }
    }

    @Override
    public void close() {
        kill();
    }
}
