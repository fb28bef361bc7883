package dev.mooring.controller.revocation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the last grant on a mirror ended, which may be long before anybody looked.
 *
 * <p>Every time here is one at which the grant was certainly over, never one at which it may still have been in force: a pod
 * that was placed after it was placed late. Of several causes the first counts; of several shares the last.
 */
final class GrantEnd {
    private GrantEnd() {}

    /** Returns by when the grant had ended at the latest, or empty if its end has left no trace. */
    static Optional<Instant> of(GrantTraces traces) {
        return Stream.concat(lastOfShares(traces).stream(), traces.ends().stream())
                .min(Comparator.naturalOrder())
                .filter(end -> !end.isBefore(traces.inForceAt()));
    }

    /** Returns the shares of {@code traces} that ended last, and so with the grant. */
    static List<EndedShare> sharesThatEnded(GrantTraces traces) {
        return of(traces).stream()
                .flatMap(end -> traces.shares().stream()
                        .filter(share -> end(share, traces.inPlaceSince())
                                .filter(end::equals)
                                .isPresent()))
                .map(share -> new EndedShare(share.name(), share.uid()))
                .toList();
    }

    private static Optional<Instant> lastOfShares(GrantTraces traces) {
        var ends = traces.shares().stream()
                .map(share -> end(share, traces.inPlaceSince()))
                .toList();
        return ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private static Optional<Instant> end(ShareTrace share, @Nullable Instant inPlaceSince) {
        return Stream.of(
                        share.deletedAt(),
                        expired(share),
                        share.allows() ? null : share.changedAt(),
                        share.inScope() ? null : inPlaceSince)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    /** Whoever brings an expiry forward may write down a time at which the share was in force. */
    private static @Nullable Instant expired(ShareTrace share) {
        var expired = share.expiredAt();
        var changed = share.changedAt();
        if (expired == null || changed == null) {
            return null;
        }
        return expired.isAfter(changed) ? expired : changed;
    }
}
