package dev.mooring.informers;

import org.jspecify.annotations.Nullable;

/**
 * Hears of every object of one kind that comes, changes or goes, one after another.
 *
 * @param <P> what is kept of an object
 */
@FunctionalInterface
public interface ProjectionListener<P> {
    /**
     * Takes note of one change. Called on the informer's thread, which waits for it: do not block.
     *
     * <p>An object that was deleted and made again while nobody watched is told as one change; who cares compares the
     * UIDs. A change that the projection does not show is not told.
     *
     * @param key {@code namespace/name}, or the name alone where the kind has no namespaces
     * @param before what was known until now, null if nothing was
     * @param now what is known from now on, null if the object is gone; never both null
     */
    void changed(String key, @Nullable P before, @Nullable P now);

    /** Returns a listener that takes note of a change and then has {@code next} take note of it. */
    default ProjectionListener<P> andThen(ProjectionListener<? super P> next) {
        return (key, before, now) -> {
            changed(key, before, now);
            next.changed(key, before, now);
        };
    }
}
