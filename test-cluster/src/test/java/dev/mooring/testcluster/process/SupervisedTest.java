package dev.mooring.testcluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SupervisedTest {
    @TempDir
    private Path directory;

    @Test
    void isGoneWhenItIsClosed() throws Exception {
        Supervised sleeper = start("echo up; sleep 60");
        await().untilAsserted(() -> assertThat(log()).hasContent("up"));
        ProcessHandle program = program();

        sleeper.close();

        assertThat(program.isAlive()).isFalse();
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    void keepsWhatTheProgramPrints() throws Exception {
        start("echo out; echo err >&2").waitFor();

        assertThat(log()).hasContent("out\nerr");
    }

    @Test
    void tellsTheExitCodeOfAProgramThatEndsByItself() throws Exception {
        Supervised program = start("exit 7");

        assertThat(program.waitFor()).isEqualTo(7);
        assertThat(program.isAlive()).isFalse();
    }

    @Test
    void takesItsEnvironmentAndDirectory() throws Exception {
        start("echo $GREETING; pwd").waitFor();

        assertThat(log()).hasContent("hello\n" + directory.toRealPath());
    }

    @Test
    void doesNothingWhileItIsPaused() throws Exception {
        try (Supervised counter = start("while :; do echo tick; sleep 0.02; done")) {
            await().untilAsserted(() -> assertThat(log()).content().contains("tick"));
            counter.pause();
            Thread.sleep(100);
            long paused = Files.size(log());
            Thread.sleep(200);
            assertThat(Files.size(log())).isEqualTo(paused);

            counter.resume();

            await().untilAsserted(() -> assertThat(Files.size(log())).isGreaterThan(paused));
        }
    }

    private Supervised start(String script) throws IOException {
        return Supervised.start(new Supervised.Command(
                List.of("sh", "-c", script), Map.of("GREETING", "hello"), directory, log(), pidFile()));
    }

    private ProcessHandle program() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(pidFile()).strip()))
                .orElseThrow();
    }

    private Path log() {
        return directory.resolve("program.log");
    }

    private Path pidFile() {
        return directory.resolve("program.pid");
    }
}
