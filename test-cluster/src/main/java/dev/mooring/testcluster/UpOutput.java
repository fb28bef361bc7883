package dev.mooring.testcluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that {@code test-cluster/up} leaves for a person or a script while the cluster runs. */
final class UpOutput implements AutoCloseable {
    private final TestCluster cluster;
    private final Path directory;
    private final List<Path> written = new ArrayList<>();

    /** Writes to {@code directory}, or to a place inside the cluster's own directory. */
    UpOutput(TestCluster cluster, @Nullable Path directory) throws IOException {
        this.cluster = cluster;
        this.directory = (directory == null ? cluster.directory().resolve("for-you") : directory).toAbsolutePath();
        Files.createDirectories(this.directory);
    }

    Path kubeconfig(String fileName, Kubeconfig kubeconfig) throws IOException {
        Path file = directory.resolve(fileName + ".kubeconfig");
        written.add(file);
        return Files.writeString(file, kubeconfig.yaml());
    }

    Path kubectl() throws IOException {
        return link("kubectl", cluster.kubectl());
    }

    Path logs() throws IOException {
        return link("logs", cluster.directory().resolve("logs"));
    }

    /** Writes what a shell can source, all at once: whoever sees the file may read it. */
    void readyFile(Path file, Path kubeconfig, Path kubectl) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.writeString(unfinished, """
                KUBECONFIG='%s'
                KUBECTL='%s'
                API_SERVER='%s'
                CLUSTER_DIRECTORY='%s'
                REAL_NODE='%s'
                """.formatted(
                        kubeconfig,
                        kubectl,
                        cluster.apiServer(),
                        cluster.directory(),
                        cluster.hasRealNode() ? RealNode.NAME : ""));
        written.add(file);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes what was written. */
    @Override
    public void close() throws IOException {
        for (Path file : written) {
            Files.deleteIfExists(file);
        }
    }

    private Path link(String name, Path target) throws IOException {
        Path link = directory.resolve(name);
        Files.deleteIfExists(link);
        written.add(link);
        return Files.createSymbolicLink(link, target);
    }
}
