package dev.mooring.webhook;

import dev.mooring.decision.Submitter;
import dev.mooring.webhook.review.Requester;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What is known of those who submit pods and workloads. */
public interface Submitters {
    /** Everybody is taken for a controller. */
    Submitters CONTROLLERS = new Submitters() {
        @Override
        public Submitter of(Requester requester, String namespace) {
            return Submitter.NOT_ASKED;
        }

        @Override
        public CompletionStage<Boolean> find(Requester requester, String namespace) {
            return CompletableFuture.completedStage(true);
        }
    };

    /** Returns what is known of who submits something to {@code namespace}, from memory. */
    Submitter of(Requester requester, String namespace);

    /** Finds out what {@link #of} does not know; returns whether that came to anything, and never fails. Does not block. */
    CompletionStage<Boolean> find(Requester requester, String namespace);
}
