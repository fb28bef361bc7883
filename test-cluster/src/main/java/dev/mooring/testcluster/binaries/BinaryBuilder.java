package dev.mooring.testcluster.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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

    /** Returns the cache directory of each module, built unless it is there; {@code entries} names them. */
    Map<GoModule, Path> build(Map<GoModule, String> entries) throws IOException, InterruptedException {
        List<GoModule> missing = entries.entrySet().stream()
                .filter(entry -> cache.find(entry.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        Map<GoModule, Path> directories = new EnumMap<>(GoModule.class);
        for (Map.Entry<GoModule, String> entry : entries.entrySet()) {
            GoModule module = entry.getKey();
            BuildProgress progress = new BuildProgress(describe(module, missing), out, clock);
            directories.put(
                    module,
                    cache.get(entry.getValue(), progress::waiting, directory -> fill(module, directory, progress)));
        }
        return directories;
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

    private static String describe(GoModule module, List<GoModule> missing) {
        int position = missing.indexOf(module) + 1;
        return "test-cluster: building " + module.directory() + " (" + position + " of " + missing.size() + ")";
    }
}
