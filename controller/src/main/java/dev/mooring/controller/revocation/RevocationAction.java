package dev.mooring.controller.revocation;

import dev.mooring.model.RevokeMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One change that carries a revocation out. */
sealed interface RevocationAction {
    /** Notes on the claim what is to happen to its consumers, while there is somebody who says it. */
    record NoteOnRevoke(RevokeMode mode) implements RevocationAction {}

    /**
     * Notes on the claim since when no grant covers it, and that people are to be told.
     *
     * @param shares the shares that ended then, as far as they can be told
     */
    record NoteRevoked(Instant at, List<EndedShare> shares) implements RevocationAction {
        public NoteRevoked {
            shares = List.copyOf(shares);
        }
    }

    /** Tells the owner of the data, and those who made the shares that ended. */
    record Tell(RevocationReport.Revoked revoked, List<EndedShare> shares) implements RevocationAction {
        public Tell {
            shares = List.copyOf(shares);
        }
    }

    /** Tells the users of the pods that are kept, and notes on the claim that everybody has been told. */
    record NoteTold(RevocationReport.Revoked revoked, List<ConsumerFacts> kept) implements RevocationAction {
        public NoteTold {
            kept = List.copyOf(kept);
        }
    }

    /** Notes on the claim that a grant covers it again. */
    record NoteCovered() implements RevocationAction {}

    /** Asks the Eviction API for the pod's end, which a disruption budget may refuse. */
    record Evict(String pod, String uid, Duration grace) implements RevocationAction {}

    /** Deletes the pod, disruption budget or not. */
    record Delete(String pod, String uid, Duration grace, Why why) implements RevocationAction {}

    /** Why a pod is deleted. */
    enum Why {
        /** It got its node after the revocation. */
        PLACED_LATE,
        /** It was to be evicted, and is still there after the deadline. */
        DEADLINE_PASSED
    }
}
