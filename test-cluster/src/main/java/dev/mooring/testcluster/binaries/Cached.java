package dev.mooring.testcluster.binaries;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an earlier Go build left in the user's cache. It serves without Go, too. */
final class Cached implements BinarySource {
    private final BinaryCache cache;
    private final Optional<GoSources> sources;
    private final Optional<GoToolchain> go;

    Cached(BinaryCache cache, Optional<GoSources> sources, Optional<GoToolchain> go) {
        this.cache = cache;
        this.sources = sources;
        this.go = go;
    }

    @Override
    public Answer find(Set<Binary> wanted) throws IOException {
        if (sources.isEmpty()) {
            return new NotHere("the cache is keyed by the sources in test-cluster/go, which no parent of the working"
                    + " directory has: set " + GoSources.VARIABLE);
        }
        Map<Binary, Path> paths = new EnumMap<>(Binary.class);
        for (Binary binary : wanted) {
            Optional<Path> directory = entry(binary.module(), sources.get());
            if (directory.isEmpty()) {
                return new NotHere("the cache has no build of " + binary.fileName());
            }
            paths.put(binary, directory.get().resolve(binary.fileName()));
        }
        return new Found(paths);
    }

    private Optional<Path> entry(GoModule module, GoSources sources) throws IOException {
        CacheKey key = CacheKey.of(module, sources.directory(module));
        return go.isPresent() ? cache.find(key.entry(go.get().version())) : cache.findAny(key);
    }
}
