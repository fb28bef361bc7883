package dev.mooring.testcluster.node;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The images that every node has, made on the spot: no registry is asked. Both are one static binary that is all the
 * commands of {@code go/tools}, each under its own name in {@code /bin}.
 */
public final class NodeImages {
    /** The image of the commands. */
    public static final String TOOLS = "localhost/mooring/tools:test";

    /** The image of the container that every pod has for its namespaces. */
    static final String PAUSE = "localhost/mooring/pause:test";

    private static final List<String> COMMANDS = List.of("cat", "ls", "write", "sleep", "endure", "serve", "get");

    private NodeImages() {}

    /** Returns both images as {@code docker save} would write them; {@code tools} is the binary. */
    public static byte[] archive(byte[] tools) {
        byte[] layer = layer(tools);
        String digest = sha256(layer);
        return new Tar()
                .file("layer.tar", layer)
                .file("pause.json", json(configuration(digest, "\"/bin/sleep\", \"infinity\"")))
                .file("tools.json", json(configuration(digest, "")))
                .file("manifest.json", json("""
                        [
                          {"Config": "pause.json", "RepoTags": ["%s"], "Layers": ["layer.tar"]},
                          {"Config": "tools.json", "RepoTags": ["%s"], "Layers": ["layer.tar"]}
                        ]
                        """.formatted(PAUSE, TOOLS)))
                .bytes();
    }

    private static byte[] layer(byte[] tools) {
        Tar layer = new Tar().directory("bin").file("bin/tools", tools);
        COMMANDS.forEach(command -> layer.link("bin/" + command, "tools"));
        return layer.directory("tmp").bytes();
    }

    private static String configuration(String layerDigest, String entrypoint) {
        return """
                {
                  "os": "linux",
                  "architecture": "%s",
                  "config": {"Env": ["PATH=/bin"], "Entrypoint": [%s]},
                  "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}
                }
                """.formatted(architecture(), entrypoint, layerDigest);
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm64" : name;
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
