package dev.mooring.webhook;

import dev.mooring.decision.Submitter;
import dev.mooring.decision.Submitter.Sight;
import dev.mooring.webhook.review.Requester;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Submitters of whom a test says what is known at first, and what is found out. */
final class FakeSubmitters implements Submitters {
    private final Sight found;
    private Sight known;
    private int searches;

    private FakeSubmitters(Sight known, Sight found) {
        this.known = known;
        this.found = found;
    }

    /** Of whom this is known from the beginning. */
    static FakeSubmitters known(Sight known) {
        return new FakeSubmitters(known, known);
    }

    /** Of whom nothing is known until somebody asks. */
    static FakeSubmitters found(Sight found) {
        return new FakeSubmitters(Sight.UNKNOWN, found);
    }

    /** Returns how often somebody asked. */
    int searches() {
        return searches;
    }

    @Override
    public Submitter of(Requester requester, String namespace) {
        return new Submitter(requester.name(), known);
    }

    @Override
    public CompletionStage<Boolean> find(Requester requester, String namespace) {
        searches++;
        known = found;
        return CompletableFuture.completedStage(found != Sight.UNKNOWN);
    }
}
