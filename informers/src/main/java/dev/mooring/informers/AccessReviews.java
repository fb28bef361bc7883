package dev.mooring.informers;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the API server says about whether somebody may see data volumes: SubjectAccessReviews, each asked once at a time and
 * remembered for a while.
 *
 * <p>A yes is remembered for 30 seconds, so a right that is taken away is believed for as long; a no for 5, so whoever was given
 * the right need not wait. A failure is not remembered.
 */
public final class AccessReviews {
    private static final Logger LOG = LoggerFactory.getLogger(AccessReviews.class);
    private static final Duration YES_LASTS = Duration.ofSeconds(30);
    private static final Duration NO_LASTS = Duration.ofSeconds(5);

    /** Shorter than the two seconds that the API server gives the webhook for a workload. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** How much is remembered at most: questions, and the groups in them. */
    private static final long LARGEST = 50_000;

    private static final int THREADS = 4;
    private static final int LONGEST_QUEUE = 256;

    private final Predicate<AccessQuestion> apiServer;
    private final Executor executor;
    private final AsyncCache<AccessQuestion, Boolean> answers;
    private final Counter allowed;
    private final Counter denied;
    private final Counter failed;

    /**
     * Returns reviews that nobody has asked for yet.
     *
     * @param apiServer answers a question, and blocks until then
     * @param executor has the API server asked
     */
    AccessReviews(Predicate<AccessQuestion> apiServer, Executor executor, Ticker ticker, MeterRegistry meters) {
        this.apiServer = apiServer;
        this.executor = executor;
        answers = Caffeine.newBuilder()
                .maximumWeight(LARGEST)
                .weigher((AccessQuestion question, Boolean answer) ->
                        1 + question.groups().size())
                .expireAfter(Expiry.<AccessQuestion, Boolean>writing((question, yes) -> yes ? YES_LASTS : NO_LASTS))
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .buildAsync();
        CaffeineCacheMetrics.monitor(meters, answers.synchronous(), InformerMetrics.CACHED_ACCESS_REVIEWS);
        allowed = counter(meters, "allowed");
        denied = counter(meters, "denied");
        failed = counter(meters, "failed");
    }

    /** Returns reviews that this client asks for on threads of {@code executor}; {@link #executor} makes a fitting one. */
    public static AccessReviews create(KubernetesClient client, Executor executor, MeterRegistry meters) {
        var impatient = new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
                .withRequestRetryBackoffLimit(0)
                .withRequestTimeout(Math.toIntExact(PATIENCE.toMillis()))
                .build();
        var asking = client.newClient(impatient).adapt(KubernetesClient.class);
        return new AccessReviews(question -> review(asking, question), executor, Ticker.systemTicker(), meters);
    }

    /** Returns a few threads, and a short queue before them: what does not fit in has failed. */
    public static ExecutorService executor() {
        var threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(LONGEST_QUEUE),
                Thread.ofPlatform().name("access-review-", 1).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Returns the answer that is remembered, if there is one. */
    public Optional<Boolean> known(AccessQuestion question) {
        return Optional.ofNullable(answers.synchronous().getIfPresent(question));
    }

    /** Returns the answer once it is there; fails if there is none in time. */
    public CompletableFuture<Boolean> ask(AccessQuestion question) {
        return answers.get(question, (same, unused) -> begin(same));
    }

    private CompletableFuture<Boolean> begin(AccessQuestion question) {
        return started(question)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> count(question, answer, failure));
    }

    private CompletableFuture<Boolean> started(AccessQuestion question) {
        try {
            return CompletableFuture.supplyAsync(() -> apiServer.test(question), executor);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(full);
        }
    }

    private void count(AccessQuestion question, @Nullable Boolean answer, @Nullable Throwable failure) {
        if (answer == null) {
            failed.increment();
            LOG.atWarn()
                    .addKeyValue(LogKeys.NAMESPACE, question.namespace())
                    .setCause(failure)
                    .log("the API server did not say whether somebody may see data volumes");
        } else {
            (answer ? allowed : denied).increment();
        }
    }

    private static boolean review(KubernetesClient client, AccessQuestion question) {
        var review = new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser(question.user())
                .withGroups(question.groups().stream().sorted().toList())
                .withNewResourceAttributes()
                .withVerb("get")
                .withGroup("mooring.dev")
                .withResource("datavolumes")
                .withNamespace(question.namespace())
                .endResourceAttributes()
                .endSpec()
                .build();
        return client.resource(review).create().getStatus().getAllowed();
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder(InformerMetrics.ACCESS_REVIEWS)
                .description("SubjectAccessReviews about people whom no access rule names, by outcome.")
                .tag(InformerMetrics.OUTCOME, outcome)
                .register(meters);
    }
}
