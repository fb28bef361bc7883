package dev.mooring.webhook;

import dev.mooring.decision.Decision;
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
    private final AdmissionMeters meters;

    AdmissionEndpoint(String path, Stage stage, Judge judge, MeterRegistry registry) {
        this.writer = new ResponseWriter(stage);
        this.log = new DecisionLog(path);
        this.judge = judge;
        this.meters = new AdmissionMeters(registry, path);
    }

    /** The endpoint of {@link #MUTATE}. */
    public static AdmissionEndpoint mutating(ClusterFacts cluster, InstantSource clock, MeterRegistry registry) {
        var judge = new Dispatch(Routes.mutating(cluster, clock), cluster);
        return new AdmissionEndpoint(MUTATE, Stage.MUTATION, judge, registry);
    }

    /** The endpoint of {@link #VALIDATE}. */
    public static AdmissionEndpoint validating(ClusterFacts cluster, InstantSource clock, MeterRegistry registry) {
        var judge = new Dispatch(Routes.validating(cluster, clock), cluster);
        return new AdmissionEndpoint(VALIDATE, Stage.VALIDATION, judge, registry);
    }

    @Override
    public HttpAnswer answer(HttpRequest http) {
        try (var request = meters.begin()) {
            return switch (reader.read(http.body())) {
                case Reading.Unreadable unreadable -> refuse(request, unreadable.why());
                case Reading.Understood understood -> answer(request, understood.request());
            };
        }
    }

    private HttpAnswer refuse(AdmissionMeters.Request request, String why) {
        log.unreadable(why);
        request.unreadable();
        return HttpAnswer.text(400, why);
    }

    private HttpAnswer answer(AdmissionMeters.Request request, AdmissionRequest admission) {
        Decision decision = judge.decide(admission);
        byte[] body = writer.write(admission, decision);
        log.decided(admission, decision);
        request.decided(decision);
        return HttpAnswer.json(body);
    }
}
