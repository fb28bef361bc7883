package dev.mooring.webhook;

import dev.mooring.decision.Decision;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.DenyReason;
import dev.mooring.server.HttpAnswer;
import dev.mooring.server.HttpRequest;
import dev.mooring.server.RequestHandler;
import dev.mooring.webhook.review.AdmissionRequest;
import dev.mooring.webhook.review.Reading;
import dev.mooring.webhook.review.ResponseWriter;
import dev.mooring.webhook.review.ReviewReader;
import dev.mooring.webhook.review.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Answers the AdmissionReviews sent to one path: reads, has decided, writes. */
public final class AdmissionEndpoint implements RequestHandler {
    /** The path of what changes objects. */
    public static final String MUTATE = "/mutate";

    /** The path of what lets them through or not. */
    public static final String VALIDATE = "/validate";

    private final ReviewReader reader = new ReviewReader();
    private final ResponseWriter writer;
    private final DecisionLog log;
    private final Judge judge;
    private final Submitters submitters;
    private final Questions questions;
    private final AdmissionMeters meters;

    AdmissionEndpoint(
            String path, Stage stage, Judge judge, Submitters submitters, Executor questions, MeterRegistry registry) {
        this.writer = new ResponseWriter(stage);
        this.log = new DecisionLog(path);
        this.judge = judge;
        this.submitters = submitters;
        this.questions = new Questions(questions);
        this.meters = new AdmissionMeters(registry, path);
    }

    /**
     * The endpoint of {@link #MUTATE}.
     *
     * @param questions on whose threads {@link #answerWhenKnown} has questions answered
     */
    public static AdmissionEndpoint mutating(
            ClusterFacts cluster,
            Submitters submitters,
            Executor questions,
            InstantSource clock,
            MeterRegistry registry) {
        var judge = new Dispatch(Routes.mutating(cluster, submitters, clock), cluster);
        return new AdmissionEndpoint(MUTATE, Stage.MUTATION, judge, submitters, questions, registry);
    }

    /** The endpoint of {@link #VALIDATE}, to which no questions are sent. */
    public static AdmissionEndpoint validating(
            ClusterFacts cluster, Submitters submitters, InstantSource clock, MeterRegistry registry) {
        var judge = new Dispatch(Routes.validating(cluster, submitters, clock), cluster);
        return new AdmissionEndpoint(VALIDATE, Stage.VALIDATION, judge, submitters, Runnable::run, registry);
    }

    @Override
    public HttpAnswer answer(HttpRequest http) {
        try (var request = meters.begin()) {
            return switch (reader.read(http.body())) {
                case Reading.Unreadable unreadable -> refuse(request, unreadable.why());
                case Reading.Understood understood -> {
                    var admission = understood.request();
                    yield answer(request, admission, judge.decide(admission));
                }
            };
        }
    }

    /**
     * Answers like {@link #answer}, and questions on another thread; a person of whom memory knows nothing is found out about
     * before.
     */
    @Override
    public CompletionStage<HttpAnswer> answerWhenKnown(HttpRequest http) {
        var request = meters.begin();
        return CompletableFuture.completedStage(http)
                .thenCompose(arrived -> answerWhenKnown(request, arrived))
                .whenComplete((answer, failure) -> request.close());
    }

    private CompletionStage<HttpAnswer> answerWhenKnown(AdmissionMeters.Request request, HttpRequest http) {
        return switch (reader.read(http.body())) {
            case Reading.Unreadable unreadable -> CompletableFuture.completedStage(refuse(request, unreadable.why()));
            case Reading.Understood understood -> {
                var admission = understood.request();
                yield decide(admission).thenApply(decision -> answer(request, admission, decision));
            }
        };
    }

    private CompletionStage<Decision> decide(AdmissionRequest admission) {
        return judged(admission).thenCompose(decision -> decideAnew(admission, decision));
    }

    /** Decides anew, by what is granted by then, once it was found out about a person of whom nothing was known. */
    private CompletionStage<Decision> decideAnew(AdmissionRequest admission, Decision decision) {
        return decision instanceof Deny deny && deny.reason() == DenyReason.SUBMITTER_UNKNOWN
                ? submitters
                        .find(admission.requester(), admission.namespace())
                        .thenCompose(found -> found ? judged(admission) : CompletableFuture.completedStage(decision))
                : CompletableFuture.completedStage(decision);
    }

    private CompletionStage<Decision> judged(AdmissionRequest admission) {
        return Routes.isQuestion(admission.resource())
                ? questions.answer(() -> judge.decide(admission))
                : CompletableFuture.completedStage(judge.decide(admission));
    }

    private HttpAnswer refuse(AdmissionMeters.Request request, String why) {
        log.unreadable(why);
        request.unreadable();
        return HttpAnswer.text(400, why);
    }

    private HttpAnswer answer(AdmissionMeters.Request request, AdmissionRequest admission, Decision decision) {
        byte[] body = writer.write(admission, decision);
        log.decided(admission, decision);
        request.decided(decision);
        return HttpAnswer.json(body);
    }
}
