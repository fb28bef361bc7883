package dev.mooring.testcluster.binaries;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * One place that a control plane's programs may come from.
 *
 * <p>A source gives all that is asked for or nothing, so that no control plane is mixed from two places.
 */
public interface BinarySource {
    /** Looks for {@code wanted}. Takes minutes where it means building them. */
    Answer find(Set<Binary> wanted) throws IOException, InterruptedException;

    /** What a source has to say. */
    sealed interface Answer {}

    /**
     * All programs that were asked for.
     *
     * @param paths one executable for each
     */
    record Found(Map<Binary, Path> paths) implements Answer {
        public Found {
            paths = Map.copyOf(paths);
        }
    }

    /**
     * Not here, look further.
     *
     * @param reason why not, and what would change that; a person reads it when no source has them
     */
    record NotHere(String reason) implements Answer {}
}
