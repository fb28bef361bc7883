package dev.mooring.testcluster.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The container runtime of a node.
 *
 * @param namespaces where it runs
 * @param directory a working directory
 */
public record Containerd(Namespaces namespaces, Path directory) {
    private static final Path SOCKET = Path.of("run/containerd/containerd.sock");

    /** Returns its program with its arguments. */
    public List<String> program(NodeFiles files) {
        return namespaces.inside(
                directory, List.of("containerd", "--config", files.containerd().toString()));
    }

    /** Whether it listens. */
    public boolean isListening() {
        return Files.exists(namespaces.root().resolve(SOCKET));
    }

    /** Imports the images of {@code archive}, as {@code docker save} writes it. */
    public void importImages(Path archive) throws IOException, InterruptedException {
        List<String> command =
                namespaces.inside(directory, List.of("ctr", "--namespace=k8s.io", "images", "import", "-"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(archive.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("cannot import the images of \"" + archive + "\": " + output.strip());
        }
    }
}
