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

/** The running programs of one control plane. */
final class Components implements AutoCloseable {
    private final ClusterFiles files;
    private final Map<Binary, Supervised> running = new LinkedHashMap<>();

    Components(ClusterFiles files) {
        this.files = files;
    }

    void start(Binary binary, Path executable, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(arguments);
        running.put(
                binary,
                Supervised.start(new Supervised.Command(
                        command,
                        Map.of(),
                        files.directory(),
                        files.log(binary.fileName()),
                        Workspaces.pidFile(files.directory(), binary.fileName()))));
    }

    boolean isRunning(Binary binary) {
        Supervised component = running.get(binary);
        return component != null && component.isAlive();
    }

    /**
     * Fails if one of the programs has ended.
     *
     * @throws PortTakenException if somebody else got its port first
     */
    void ensureAlive() throws IOException {
        for (Map.Entry<Binary, Supervised> component : running.entrySet()) {
            if (!component.getValue().isAlive()) {
                throw ended(component.getKey());
            }
        }
    }

    /** Kills them all, the API server first: without its etcd it would linger and keep its port. */
    @Override
    public void close() {
        Supervised apiServer = running.remove(Binary.KUBE_APISERVER);
        if (apiServer != null) {
            apiServer.close();
        }
        running.values().forEach(Supervised::close);
        running.clear();
    }

    private RuntimeException ended(Binary binary) throws IOException {
        Path log = files.log(binary.fileName());
        String tail = Tail.of(log);
        return tail.contains("address already in use")
                ? new PortTakenException(binary.fileName() + " found its port taken")
                : new IllegalStateException(binary.fileName() + " ended; the last lines of " + log + ":\n" + tail);
    }
}
