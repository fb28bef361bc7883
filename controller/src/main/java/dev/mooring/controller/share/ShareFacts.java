package dev.mooring.controller.share;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the plan for a share looks at.
 *
 * @param dataVolume the data volume's name
 * @param held whether it carries our finalizer
 * @param endingFor how long its deletion has been known to this process, or null if it is not being deleted
 * @param originReady whether the project that owns the data is in force
 * @param source what became of the data volume
 * @param left how long the share lasts, nought or less if it is over, or null if it has no end
 * @param reach how far it goes
 */
record ShareFacts(
        String dataVolume,
        boolean held,
        @Nullable Duration endingFor,
        boolean originReady,
        Source source,
        @Nullable Duration left,
        Reach reach) {

    /** What became of the data volume that was shared. */
    sealed interface Source {
        /** It is gone, or another one has its name now. */
        record Gone() implements Source {}

        /** It cannot be mounted at present. */
        record NotReady(String why) implements Source {}

        /** It can be mounted, and not written, which was shared. */
        record ReadOnly(String why) implements Source {}

        /** It can be mounted. */
        record Ready() implements Source {}
    }
}
