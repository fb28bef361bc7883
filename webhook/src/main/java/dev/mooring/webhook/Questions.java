package dev.mooring.webhook;

import dev.mooring.decision.Decision;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.DenyReason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Has questions answered where no pod waits for it: one answer can cost as much as a hundred decisions about pods. Few wait
 * for their turn; the others are denied, to be asked again.
 */
final class Questions {
    /** How many wait at most: as many as are answered in good time for the API server, which waits ten seconds. */
    static final int LONGEST_QUEUE = 16;

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Deny TOO_MANY = new Deny(
            DenyReason.TOO_MANY_QUESTIONS,
            "Mooring is answering as many questions as it can at present; try again in a second",
            SOON);

    private final Executor executor;

    Questions(Executor executor) {
        this.executor = executor;
    }

    /** Returns one thread, and a short queue before it: what does not fit in is rejected. */
    static ExecutorService executor() {
        var thread = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(LONGEST_QUEUE),
                Thread.ofPlatform().name("question-", 1).daemon().factory());
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }

    /** Returns the answer once it is found. Does not block. */
    CompletionStage<Decision> answer(Supplier<Decision> question) {
        try {
            return CompletableFuture.supplyAsync(question, executor);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedStage(TOO_MANY);
        }
    }
}
