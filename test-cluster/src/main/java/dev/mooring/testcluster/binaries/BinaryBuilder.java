package dev.mooring.testcluster.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Builds modules into the cache, each once, and says how far it is. */
final class BinaryBuilder {
    private final BinaryCache cache;
    private final Compiler compiler;
    private final Consumer<String> out;
    private final InstantSource clock;

    BinaryBuilder(BinaryCache cache, Compiler compiler, Consumer<String> out, InstantSource clock) {
        this.cache = cache;
        this.compiler = compiler;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Returns the cache directory with the module's programs, built unless they are there.
     *
     * @param position which of how many builds this is, for the person who waits: {@code 1 of 3}
     */
    Path build(GoModule module, String entry, String position) throws IOException, InterruptedException {
        BuildProgress progress = new BuildProgress(describe(module, position), out, clock);
        return cache.get(entry, progress::waiting, directory -> fill(module, directory, progress));
    }

    private void fill(GoModule module, Path directory, BuildProgress progress)
            throws IOException, InterruptedException {
        compiler.compile(module, directory.resolve(module.directory()), progress);
        for (Binary binary : module.binaries()) {
            if (!binary.fileName().equals(module.directory())) {
                Files.createSymbolicLink(directory.resolve(binary.fileName()), Path.of(module.directory()));
            }
        }
        progress.done();
    }

    private static String describe(GoModule module, String position) {
        String names = module.binaries().stream().map(Binary::fileName).collect(Collectors.joining(", "));
        return "test-cluster: build " + position + ", " + names;
    }
}
