package dev.mooring.testcluster;

import dev.mooring.testcluster.binaries.Binaries;
import dev.mooring.testcluster.binaries.ClusterMode;
import dev.mooring.testcluster.process.Cgroups;
import dev.mooring.testcluster.process.Workspaces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The machine that clusters run on.
 *
 * @param cache this user's directory for what Mooring can make again
 * @param binaries where programs come from
 * @param clock the time
 */
record ClusterEnvironment(Path cache, Binaries binaries, InstantSource clock) {
    /** Returns this machine as environment variables and system properties describe it. */
    static ClusterEnvironment ofThisMachine(Consumer<String> out) throws IOException, InterruptedException {
        ClusterMode.parse(System.getProperty("cluster", "auto"));
        Map<String, String> environment = System.getenv();
        Path cache = cache(environment, Path.of(System.getProperty("user.home")));
        InstantSource clock = InstantSource.system();
        return new ClusterEnvironment(cache, Binaries.of(environment, cache.resolve("bin"), out, clock), clock);
    }

    /** Returns the directory that XDG names for caches, with ours in it. */
    static Path cache(Map<String, String> environment, Path home) {
        String given = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path caches = given.isEmpty() ? home.resolve(".cache") : Path.of(given);
        return caches.resolve("mooring");
    }

    /** Returns where clusters have their directories. */
    Workspaces workspaces() {
        return new Workspaces(cache.resolve("clusters"), Cgroups.ofThisMachine(), clock);
    }
}
