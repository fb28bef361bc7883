package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpIT {
    @TempDir
    private Path directory;

    @Test
    void servesAPersonUntilASignalComesAndLeavesNothing() throws Exception {
        Path readyFile = directory.resolve("ready");
        Process up =
                up("--user", "ana:team-a", "--directory", given().toString(), "--ready-file", readyFile.toString());
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(readyFile) || !up.isAlive());
        Map<String, String> ready = read(readyFile);

        assertThat(ready)
                .containsEntry("KUBECONFIG", kubeconfig("admin").toString())
                .containsEntry("REAL_NODE", "");
        assertThat(kubectl("admin", "auth", "can-i", "delete", "pods")).isEqualTo("yes");
        assertThat(kubectl("ana", "auth", "whoami", "-o", "jsonpath={.status.userInfo.groups}"))
                .isEqualTo("[\"team-a\",\"system:authenticated\"]");

        up.destroy();
        up.waitFor();

        assertThat(readyFile).doesNotExist();
        assertThat(given()).isEmptyDirectory();
        assertThat(Path.of(ready.getOrDefault("CLUSTER_DIRECTORY", "/"))).doesNotExist();
    }

    @Test
    void hasARealNodeWhereThereCanBeOneAndASimulatedOneWhereNot() throws Exception {
        Path readyFile = directory.resolve("ready");
        Process up = up(
                "--real-node=preferred",
                "--kwok-nodes",
                "1",
                "--directory",
                given().toString(),
                "--ready-file",
                readyFile.toString());
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(readyFile) || !up.isAlive());

        if (RealNode.missing().isEmpty()) {
            assertThat(read(readyFile)).containsEntry("REAL_NODE", RealNode.NAME);
            assertThat(kubectl("admin", "get", "nodes", "-o", "name")).isEqualTo("node/" + RealNode.NAME);
        } else {
            assertThat(read(readyFile)).containsEntry("REAL_NODE", "");
            assertThat(kubectl("admin", "get", "nodes", "-o", "name")).isEqualTo("node/kwok-0");
            assertThat(directory.resolve("up.log")).content().contains("this machine cannot have a real node");
        }
        up.destroy();
        assertThat(up.waitFor()).isEqualTo(128 + 15);
    }

    @Test
    void saysWhatIsWrongWithAnOption() throws Exception {
        Process up = up("--user", "ana:");

        assertThat(up.waitFor()).isEqualTo(1);
        assertThat(directory.resolve("up.log")).hasContent("\"ana:\" is not name[:group[,group]]");
    }

    private Process up(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("up.log").toFile())
                .start();
    }

    private String kubectl(String user, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                given().resolve("kubectl").toString(),
                "--kubeconfig",
                kubeconfig(user).toString()));
        line.addAll(List.of(arguments));
        Process kubectl = new ProcessBuilder(line).redirectErrorStream(true).start();
        return new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private Path given() {
        return directory.resolve("given");
    }

    private Path kubeconfig(String user) {
        return given().resolve(user + ".kubeconfig");
    }

    private static Map<String, String> read(Path readyFile) throws IOException {
        return Files.readAllLines(readyFile).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].replace("'", "")));
    }
}
