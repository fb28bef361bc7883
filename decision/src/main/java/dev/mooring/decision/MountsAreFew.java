package dev.mooring.decision;

import java.util.Optional;

/** What is to be mounted stays far below what an object may weigh, so that no request makes an answer without bounds. */
final class MountsAreFew implements PodRule {
    private static final int MOST_MOUNTS = 4096;

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        long mounts = 0;
        for (Want want : asked.wants()) {
            mounts += want.containers().size();
        }
        if (mounts <= MOST_MOUNTS) {
            return Optional.empty();
        }
        return asked.objection(
                DenyReason.TOO_MANY_MOUNTS,
                "the references would become " + mounts + " mounts, and " + MOST_MOUNTS
                        + " are the most; name the containers that need them in mooring.dev/containers");
    }
}
