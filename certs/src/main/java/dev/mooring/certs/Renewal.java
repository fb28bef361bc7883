package dev.mooring.certs;

import java.time.Duration;
import java.time.Instant;

/** Says when a serving certificate is replaced. */
final class Renewal {
    private Renewal() {}

    /** Returns whether {@code leaf} has at most a third of its life left or lacks one of {@code wanted}. */
    static boolean isDue(KeyedCertificate leaf, SubjectNames wanted, Instant now) {
        Duration left = Duration.between(now, leaf.notAfter());
        return left.multipliedBy(3).compareTo(leaf.life()) <= 0
                || !SubjectNames.in(leaf.certificate()).covers(wanted);
    }
}
