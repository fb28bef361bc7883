package dev.mooring.decision;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A second way to the storage of a data volume.
 *
 * @param place what leads there
 * @param holding whose storage it is
 */
record Alias(BackendIdentity place, Holding holding) {

    /**
     * Returns a way by which {@code project} would reach the storage of another one, or empty if there is none.
     *
     * <p>What lies inside a project's own storage is its own, also where the storage of another project overlaps it.
     *
     * @param storage what it reaches
     * @param project who reaches it, or null if anybody might
     */
    static Optional<Alias> among(StorageSource storage, @Nullable String project, HeldStorage held) {
        Predicate<Holding> own = holding -> holding.volume().project().equals(project);
        for (BackendIdentity place :
                held.places(storage).stream().sorted(BackendIdentity.BY_PLACE).toList()) {
            Optional<Holding> foreign =
                    held.overlapping(place).filter(own.negate()).findFirst();
            if (foreign.isPresent()
                    && held.overlapping(place)
                            .filter(own)
                            .noneMatch(mine -> mine.place().contains(place))) {
                return Optional.of(new Alias(place, foreign.get()));
            }
        }
        return Optional.empty();
    }
}
