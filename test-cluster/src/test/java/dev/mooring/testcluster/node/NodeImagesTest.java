package dev.mooring.testcluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archives are read by tar, which knows the format better than a test would. */
class NodeImagesTest {
    private static final byte[] TOOLS = "#!/bin/sh\necho all commands\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    @Test
    void areTwoImagesOfOneLayer() throws Exception {
        Path images = unpack(NodeImages.archive(TOOLS));

        assertThat(Files.readString(images.resolve("manifest.json")))
                .contains(NodeImages.PAUSE, NodeImages.TOOLS, "\"Layers\": [\"layer.tar\"]");
        assertThat(Files.readString(images.resolve("tools.json")))
                .contains("\"diff_ids\": [\"sha256:" + sha256(images.resolve("layer.tar")) + "\"]");
    }

    @Test
    void haveEachCommandUnderItsName() throws Exception {
        Path images = unpack(NodeImages.archive(TOOLS));
        Path root = unpack(Files.readAllBytes(images.resolve("layer.tar")));

        assertThat(root.resolve("bin/cat")).isExecutable().hasBinaryContent(TOOLS);
        assertThat(Files.readSymbolicLink(root.resolve("bin/write"))).hasToString("tools");
        assertThat(root.resolve("tmp")).isDirectory();
    }

    private Path unpack(byte[] archive) throws IOException, InterruptedException {
        Path target = Files.createTempDirectory(directory, "unpacked");
        Path file = Files.write(directory.resolve("archive.tar"), archive);
        output(List.of("tar", "-xf", file.toString(), "-C", target.toString()));
        return target;
    }

    private static String sha256(Path file) throws IOException, InterruptedException {
        return output(List.of("sha256sum", file.toString())).substring(0, 64);
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
