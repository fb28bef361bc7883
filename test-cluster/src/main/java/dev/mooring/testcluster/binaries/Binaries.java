package dev.mooring.testcluster.binaries;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The programs of the control plane, from the first source that has all of those asked for. */
public final class Binaries {
    private final List<BinarySource> sources;

    Binaries(List<BinarySource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * Returns the sources of this machine in their order: given directories, the user's cache, a Go build.
     *
     * @param out is told, line by line, how far a build is
     */
    public static Binaries of(Map<String, String> environment, Path cache, Consumer<String> out, InstantSource clock)
            throws IOException, InterruptedException {
        Optional<GoToolchain> go = GoToolchain.find(environment);
        Optional<GoSources> sources = GoSources.find(environment, Path.of(""));
        BinaryCache binaryCache = new BinaryCache(cache);
        List<BinarySource> order = new ArrayList<>();
        order.add(new GivenDirectory("MOORING_CLUSTER_BIN", environment, out));
        order.add(new GivenDirectory("KUBEBUILDER_ASSETS", environment, out));
        order.add(new Cached(binaryCache, sources, go));
        order.add(new GoBuild(
                sources,
                go,
                (toolchain, modules) ->
                        new BinaryBuilder(binaryCache, new GoCompiler(toolchain, modules), out, clock)));
        return new Binaries(order);
    }

    /**
     * Returns one executable for each of {@code wanted}.
     *
     * @throws IllegalStateException if no source has them all; the message says what each one lacks
     */
    public Map<Binary, Path> find(Set<Binary> wanted) throws IOException, InterruptedException {
        List<String> reasons = new ArrayList<>();
        for (BinarySource source : sources) {
            switch (source.find(wanted)) {
                case BinarySource.Found found -> {
                    return found.paths();
                }
                case BinarySource.NotHere notHere -> reasons.add(notHere.reason());
            }
        }
        throw new IllegalStateException("no source has " + names(wanted) + ":\n  - " + String.join("\n  - ", reasons));
    }

    private static String names(Set<Binary> binaries) {
        return binaries.stream().map(Binary::fileName).sorted().collect(Collectors.joining(", "));
    }
}
