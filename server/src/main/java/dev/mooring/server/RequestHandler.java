package dev.mooring.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers the POSTs to one path. */
@FunctionalInterface
public interface RequestHandler {
    /**
     * Returns the answer. Called on an event loop, on several at once: answers from memory and never
     * blocks. What it throws is logged and becomes a 500.
     */
    HttpAnswer answer(HttpRequest request);

    /**
     * Returns the answer once it is known, for the few requests of which memory does not know it. Called like {@link #answer},
     * and never blocks; may be completed on any thread, exceptionally for a 500.
     */
    default CompletionStage<HttpAnswer> answerWhenKnown(HttpRequest request) {
        return CompletableFuture.completedStage(answer(request));
    }
}
