package dev.mooring.server;

import dev.mooring.server.ServerMeters.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request from its head to its answer. Lives on one event loop. */
final class Exchange {
    private static final Logger log = LoggerFactory.getLogger(Exchange.class);

    /** What still comes of a request that was refused is thrown away for this long, so that its sender can read why. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final HttpServerRequest request;
    private final RequestHead head;
    private final Routes routes;
    private final BodyBuffer body;
    private final ServerMeters meters;
    private final DrainState drain;
    private boolean ended;

    Exchange(HttpServerRequest request, Routes routes, ServerSettings settings, ServerMeters meters, DrainState drain) {
        this.request = request;
        this.head = RequestHeads.of(request);
        this.routes = routes;
        this.body = new BodyBuffer(head.contentLength(), settings.maxBodyBytes());
        this.meters = meters;
        this.drain = drain;
    }

    void begin() {
        meters.begun();
        request.exceptionHandler(connectionLost -> end(Outcome.ABANDONED));
        switch (routes.of(head)) {
            case Route.Page page -> answer(guarded(page.answer()));
            case Route.Refusal refusal -> refuse(refusal);
            case Route.Post post -> read(post);
        }
    }

    private void read(Route.Post post) {
        request.handler(this::keep);
        request.endHandler(arrived -> Future.fromCompletionStage(asked(post), Vertx.currentContext())
                .onComplete(answer -> answerIfAwaited(answer), failure -> answerIfAwaited(failed(failure))));
        if (head.waitsForContinue()) {
            request.response().writeContinue();
        }
    }

    private CompletionStage<HttpAnswer> asked(Route.Post post) {
        try {
            return post.handler()
                    .answerWhenKnown(new HttpRequest(post.path(), head.query(), post.contentType(), body.bytes()));
        } catch (Throwable e) { // an exhausted stack included: one request must not end the others
            return CompletableFuture.failedStage(e);
        }
    }

    private void keep(Buffer chunk) {
        if (!body.add(chunk)) {
            request.handler(rest -> {}).endHandler(arrived -> {});
            refuse(routes.tooLong());
        }
    }

    private HttpAnswer guarded(Supplier<HttpAnswer> answer) {
        try {
            return answer.get();
        } catch (Throwable e) {
            return failed(e);
        }
    }

    private HttpAnswer failed(Throwable cause) {
        meters.handlerFailed();
        log.atError().addKeyValue(LogKeys.PATH, head.path()).setCause(cause).log("A request could not be answered");
        return HttpAnswer.text(500, "internal error");
    }

    /** Who asked may have gone while the answer was sought. */
    private void answerIfAwaited(HttpAnswer answer) {
        if (request.response().closed()) {
            end(Outcome.ABANDONED);
        } else if (!ended) {
            answer(answer);
        }
    }

    private void refuse(Route.Refusal refusal) {
        if (refusal.allow() != null) {
            request.response().putHeader(HttpHeaders.ALLOW, refusal.allow());
        }
        answer(refusal.answer());
    }

    private void answer(HttpAnswer answer) {
        HttpServerResponse response = request.response();
        if (drain.isDraining() || (head.announcesBody() && !request.isEnded())) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            request.connection().shutdown(LINGER);
        }
        response.setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .end(Buffer.buffer(answer.body()));
        end(Outcome.of(answer.status()));
    }

    private void end(Outcome outcome) {
        if (!ended) {
            ended = true;
            meters.ended(outcome);
        }
    }
}
