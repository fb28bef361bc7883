package dev.mooring.testcluster.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A child process that dies with this JVM, killed or not.
 *
 * <p>It runs below a small shell whose standard input is a pipe from this JVM: {@code supervise.sh} says how. Stopping is
 * always a kill: what runs here is thrown away.
 */
public final class Supervised implements AutoCloseable {
    private static final String SUPERVISOR = supervisor();
    private static final Duration DEATH = Duration.ofSeconds(10);

    private final Process shell;
    private final Path pidFile;

    private Supervised(Process shell, Path pidFile) {
        this.shell = shell;
        this.pidFile = pidFile;
    }

    /**
     * What to run.
     *
     * @param command the program and its arguments
     * @param environment added to this JVM's own
     * @param directory the working directory
     * @param log receives what the program prints
     * @param pidFile holds the program's process id while it runs
     */
    public record Command(
            List<String> command, Map<String, String> environment, Path directory, Path log, Path pidFile) {
        public Command {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    /** Returns the started program. */
    public static Supervised start(Command command) throws IOException {
        List<String> line = new ArrayList<>(
                List.of("sh", "-c", SUPERVISOR, "supervise", command.pidFile().toString()));
        line.addAll(command.command());
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
        builder.environment().putAll(command.environment());
        return new Supervised(builder.start(), command.pidFile());
    }

    /** Whether the program still runs. */
    public boolean isAlive() {
        return shell.isAlive();
    }

    /** Waits for the program's own end and returns its exit code. */
    public int waitFor() throws InterruptedException {
        return shell.waitFor();
    }

    /** Stops the program where it is (SIGSTOP), its connections included, until it is resumed. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets the program go on (SIGCONT) as if no time had passed. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        String pid = Files.readString(pidFile).strip();
        if (new ProcessBuilder("kill", "-" + name, pid).start().waitFor() != 0) {
            throw new IOException("cannot send SIG" + name + " to process " + pid);
        }
    }

    /** Kills the program and waits until it is gone. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitDeath();
    }

    private void awaitDeath() {
        try {
            if (!shell.waitFor(DEATH.toMillis(), TimeUnit.MILLISECONDS)) {
                killEverything();
            }
        } catch (InterruptedException e) {
            killEverything();
            Thread.currentThread().interrupt();
        }
    }

    private void killEverything() {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
    }

    /** Without its comments, which would fill the list of processes. */
    private static String supervisor() {
        try (InputStream script = Supervised.class.getResourceAsStream("supervise.sh")) {
            if (script == null) {
                throw new IllegalStateException("supervise.sh is missing from the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
