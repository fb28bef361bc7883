package dev.mooring.testcluster.binaries;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the programs from pinned Go modules: minutes the first time, nothing afterwards. */
final class GoBuild implements BinarySource {
    private final Optional<GoSources> sources;
    private final Optional<GoToolchain> go;
    private final BuilderFactory builders;

    GoBuild(Optional<GoSources> sources, Optional<GoToolchain> go, BuilderFactory builders) {
        this.sources = sources;
        this.go = go;
        this.builders = builders;
    }

    /** Makes a builder of what is known to be there. */
    @FunctionalInterface
    interface BuilderFactory {
        BinaryBuilder create(GoToolchain go, GoSources sources);
    }

    @Override
    public Answer find(Set<Binary> wanted) throws IOException, InterruptedException {
        if (go.isEmpty()) {
            return new NotHere("there is no \"go\" on the PATH to build them with: install Go 1.26 or newer");
        }
        if (sources.isEmpty()) {
            return new NotHere("the Go sources are in test-cluster/go of the repository, which no parent of the"
                    + " working directory has: set " + GoSources.VARIABLE);
        }
        return new Found(build(wanted, go.get(), sources.get()));
    }

    private Map<Binary, Path> build(Set<Binary> wanted, GoToolchain go, GoSources sources)
            throws IOException, InterruptedException {
        Map<GoModule, String> entries = new EnumMap<>(GoModule.class);
        for (Binary binary : wanted) {
            GoModule module = binary.module();
            entries.put(module, CacheKey.of(module, sources.directory(module)).entry(go.version()));
        }
        Map<GoModule, Path> directories = builders.create(go, sources).build(entries);
        Map<Binary, Path> programs = new EnumMap<>(Binary.class);
        directories.forEach((module, directory) ->
                module.binaries().forEach(binary -> programs.put(binary, directory.resolve(binary.fileName()))));
        programs.keySet().retainAll(wanted);
        return programs;
    }
}
