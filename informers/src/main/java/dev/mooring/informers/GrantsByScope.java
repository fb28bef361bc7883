package dev.mooring.informers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.mooring.decision.GrantLayer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;

/**
 * What each scope grants, worked out on first use and dropped by the events that change it.
 *
 * <p>A scope that is dropped while it is being worked out must not be kept: what was read may be from before the event.
 * So every drop first raises the scope's generation and then removes the entry, and what was worked out is kept only if the
 * generation is still the one from before the first read. The check and the keeping are one step that excludes removals.
 * Whoever asked while that happened gets what was worked out from the newest generation that it met.
 *
 * <p>Scopes share a fixed number of generations. A scope that meets another's drop works once more; never the other way.
 */
final class GrantsByScope {
    /** How many grants are kept at most, over all scopes. A grant is about 200 bytes. */
    private static final long MOST_GRANTS = 500_000;

    /** A power of two. */
    private static final int GENERATIONS = 1 << 12;

    /** How often a scope is worked out again for one question before the answer is given without keeping it. */
    private static final int ATTEMPTS = 3;

    private final AtomicLongArray generations = new AtomicLongArray(GENERATIONS);
    private final Function<GrantScope, GrantLayer> loader;
    private final Cache<GrantScope, GrantLayer> cache;

    GrantsByScope(Function<GrantScope, GrantLayer> loader, MeterRegistry meters) {
        this.loader = loader;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(MOST_GRANTS)
                .weigher((GrantScope scope, GrantLayer layer) -> 1 + layer.all().size())
                .executor(Runnable::run)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, cache, InformerMetrics.GRANTS_BY_SCOPE);
    }

    /** Returns what {@code scope} grants. */
    GrantLayer get(GrantScope scope) {
        var kept = cache.getIfPresent(scope);
        return kept != null ? kept : load(scope);
    }

    private GrantLayer load(GrantScope scope) {
        GrantLayer loaded;
        var attempts = 0;
        do {
            var generation = generations.get(slot(scope));
            loaded = loader.apply(scope);
            if (keep(scope, loaded, generation)) {
                break;
            }
            attempts++;
        } while (attempts < ATTEMPTS);
        return loaded;
    }

    /** Keeps {@code loaded} if {@code scope} has not been dropped since {@code generation}; says whether. */
    private boolean keep(GrantScope scope, GrantLayer loaded, long generation) {
        var kept = cache.asMap()
                .compute(scope, (key, present) -> generations.get(slot(scope)) == generation ? loaded : present);
        return kept == loaded;
    }

    /** Forgets what was worked out for {@code scope}. Called after the indexes have taken note of the change. */
    void drop(GrantScope scope) {
        generations.incrementAndGet(slot(scope));
        cache.invalidate(scope);
    }

    private static int slot(GrantScope scope) {
        var hash = scope.hashCode() * 0x9E3779B9;
        return (hash ^ (hash >>> 16)) & (GENERATIONS - 1);
    }
}
