package dev.mooring.testcluster.binaries;

import dev.mooring.testcluster.process.Supervised;
import dev.mooring.testcluster.process.Tail;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Compiles with the Go that is installed, as a child that dies with this JVM. */
final class GoCompiler implements Compiler {
    private static final long POLL_MILLIS = 200;

    private final GoToolchain go;
    private final GoSources sources;

    GoCompiler(GoToolchain go, GoSources sources) {
        this.go = go;
        this.sources = sources;
    }

    @Override
    public void compile(GoModule module, Path target, BuildProgress progress) throws IOException, InterruptedException {
        Path directory = sources.directory(module);
        progress.planning();
        progress.compiling(outdatedPackages(module, directory));
        Path log = target.resolveSibling(module.directory() + ".log");
        Files.createFile(log);
        build(module, directory, target, log, progress);
        Files.delete(log);
    }

    private void build(GoModule module, Path directory, Path target, Path log, BuildProgress progress)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                go.executable().toString(),
                "build",
                "-v",
                "-trimpath",
                "-buildvcs=false",
                "-ldflags",
                LinkerFlags.of(module, directory),
                "-o",
                target.toString(),
                module.mainPackage());
        Path pidFile = target.resolveSibling(module.directory() + ".pid");
        try (Supervised build = Supervised.start(
                        new Supervised.Command(command, GoToolchain.ENVIRONMENT, directory, log, pidFile));
                BufferedReader lines = Files.newBufferedReader(log)) {
            follow(build, lines, progress);
            int status = build.waitFor();
            if (status != 0) {
                throw new IllegalStateException("go build of \"" + module.directory() + "\" ended with " + status
                        + ":\n" + Tail.of(log) + "\nIt ran in " + directory + " with " + go.version());
            }
        }
    }

    /** With -v, Go prints the name of each package that it had to compile. */
    private static void follow(Supervised build, BufferedReader lines, BuildProgress progress)
            throws IOException, InterruptedException {
        boolean running = true;
        while (running) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while compiling");
            }
            running = build.isAlive();
            while (lines.readLine() != null) {
                progress.compiled();
            }
            progress.tick();
            if (running) {
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    /** Also downloads what the build needs, and no more of the modules than that. */
    private int outdatedPackages(GoModule module, Path directory) throws IOException, InterruptedException {
        return (int) go.run(
                        directory,
                        "list",
                        "-trimpath",
                        "-deps",
                        "-f",
                        "{{if .Stale}}{{.ImportPath}}{{end}}",
                        module.mainPackage())
                .lines()
                .filter(line -> !line.isBlank())
                .count();
    }
}
