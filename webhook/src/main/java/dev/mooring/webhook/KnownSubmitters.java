package dev.mooring.webhook;

import dev.mooring.decision.Submitter;
import dev.mooring.decision.Submitter.Sight;
import dev.mooring.informers.AccessQuestion;
import dev.mooring.informers.AccessReviews;
import dev.mooring.webhook.review.Requester;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Knows people by the access rules, and those whom no rule names by what the API server said. */
final class KnownSubmitters implements Submitters {
    private final People people;
    private final Predicate<AccessQuestion> rules;
    private final AccessReviews reviews;

    /** @param rules whether an access rule says yes */
    KnownSubmitters(People people, Predicate<AccessQuestion> rules, AccessReviews reviews) {
        this.people = people;
        this.rules = rules;
        this.reviews = reviews;
    }

    @Override
    public Submitter of(Requester requester, String namespace) {
        return people.include(requester)
                ? new Submitter(requester.name(), sight(question(requester, namespace)))
                : Submitter.NOT_ASKED;
    }

    @Override
    public CompletionStage<Boolean> find(Requester requester, String namespace) {
        return reviews.ask(question(requester, namespace)).handle((answer, failure) -> failure == null);
    }

    private Sight sight(AccessQuestion question) {
        if (rules.test(question)) {
            return Sight.SEES;
        }
        return reviews.known(question)
                .map(allowed -> allowed ? Sight.SEES : Sight.SEES_NOT)
                .orElse(Sight.UNKNOWN);
    }

    private static AccessQuestion question(Requester requester, String namespace) {
        return new AccessQuestion(namespace, requester.name(), requester.groups());
    }
}
