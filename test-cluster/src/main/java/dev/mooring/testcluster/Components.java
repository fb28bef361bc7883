package dev.mooring.testcluster;

import dev.mooring.testcluster.binaries.Binary;
import dev.mooring.testcluster.process.Supervised;
import dev.mooring.testcluster.process.Tail;
import dev.mooring.testcluster.process.Workspaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The running programs of one cluster. */
final class Components implements AutoCloseable {
    private final ClusterFiles files;
    private final Map<String, Supervised> running = new LinkedHashMap<>();

    Components(ClusterFiles files) {
        this.files = files;
    }

    void start(Binary binary, Path executable, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(arguments);
        start(binary.fileName(), command, Map.of());
    }

    /** Starts a program; {@code name} is its log's. */
    void start(String name, List<String> command, Map<String, String> environment) throws IOException {
        running.put(
                name,
                Supervised.start(new Supervised.Command(
                        command,
                        environment,
                        files.directory(),
                        files.log(name),
                        Workspaces.pidFile(files.directory(), name))));
    }

    /** Returns a program that has been started. */
    Supervised started(Binary binary) {
        Supervised component = running.get(binary.fileName());
        if (component == null) {
            throw new IllegalStateException(binary.fileName() + " does not run");
        }
        return component;
    }

    boolean isRunning(Binary binary) {
        Supervised component = running.get(binary.fileName());
        return component != null && component.isAlive();
    }

    /**
     * Fails if one of the programs has ended.
     *
     * @throws PortTakenException if somebody else got its port first
     */
    void ensureAlive() throws IOException {
        for (Map.Entry<String, Supervised> component : running.entrySet()) {
            if (!component.getValue().isAlive()) {
                throw ended(component.getKey());
            }
        }
    }

    /** Kills them all, the API server first: without its etcd it would linger and keep its port. */
    @Override
    public void close() {
        Supervised apiServer = running.remove(Binary.KUBE_APISERVER.fileName());
        if (apiServer != null) {
            apiServer.close();
        }
        running.values().forEach(Supervised::close);
        running.clear();
    }

    private RuntimeException ended(String name) throws IOException {
        Path log = files.log(name);
        String tail = Tail.of(log);
        return tail.contains("address already in use")
                ? new PortTakenException(name + " found its port taken")
                : new IllegalStateException(name + " ended; the last lines of " + log + ":\n" + tail);
    }
}
