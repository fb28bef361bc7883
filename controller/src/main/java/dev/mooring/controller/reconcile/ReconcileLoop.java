package dev.mooring.controller.reconcile;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reconciler with its queue and its threads.
 *
 * <p>Keys that fail come back after a back-off that grows with the failures in a row.
 */
public final class ReconcileLoop<K> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileLoop.class);
    /** Looking once a day at what ends in a thousand years keeps the arithmetic of nanoseconds sound. */
    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Reconciler<K> reconciler;
    private final Backoff backoff;
    private final LongSupplier nanoTime;
    private final WorkQueue<K> queue;
    private final WorkQueueMetrics queueMetrics;
    private final ReconcileMetrics metrics;
    private final Map<K, Integer> failures = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final int workers;

    /**
     * Makes a loop that is not running yet; keys may be added already.
     *
     * @param name names the threads and tags the meters
     * @param workers how many keys are worked on at a time
     * @param nanoTime a monotonic clock in nanoseconds
     */
    public ReconcileLoop(
            String name,
            int workers,
            Reconciler<K> reconciler,
            Backoff backoff,
            LongSupplier nanoTime,
            MeterRegistry registry) {
        this.name = name;
        this.workers = workers;
        this.reconciler = reconciler;
        this.backoff = backoff;
        this.nanoTime = nanoTime;
        queueMetrics = new WorkQueueMetrics(registry, name);
        metrics = new ReconcileMetrics(registry, name);
        queue = new WorkQueue<>(nanoTime, queueMetrics);
        threads = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("reconcile-" + name + "-", 0).factory());
    }

    /** Wakes {@code key} up now. */
    public void add(K key) {
        queue.add(key);
    }

    /** Wakes {@code key} up after {@code delay}, or earlier if it is woken up otherwise. */
    public void addAfter(K key, Duration delay) {
        queue.addAfter(key, delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY);
    }

    /** Starts the threads. */
    public void start() {
        for (int i = 0; i < workers; i++) {
            threads.execute(this::work);
        }
    }

    /** Finishes what is being worked on and drops what waits. */
    @Override
    public void close() {
        queue.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            for (var key = queue.take(); key.isPresent(); key = queue.take()) {
                reconcile(key.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reconciles one key that was taken from the queue, and gives it back. */
    void reconcile(K key) {
        long start = nanoTime.getAsLong();
        var outcome = outcome(key);
        long took = nanoTime.getAsLong() - start;
        metrics.ended(outcome, took);
        queueMetrics.worked(took);
        switch (outcome) {
            case Reconciled.Done ignored -> failures.remove(key);
            case Reconciled.RetryAfter later -> {
                failures.remove(key);
                addAfter(key, later.delay());
            }
            case Reconciled.Failed failed -> tryAgain(key, failed.cause());
        }
        queue.done(key);
    }

    private Reconciled outcome(K key) {
        try {
            return reconciler.reconcile(key);
        } catch (RuntimeException e) {
            return new Reconciled.Failed(e);
        }
    }

    private void tryAgain(K key, Throwable cause) {
        int failed = failures.merge(key, 1, Integer::sum);
        var delay = backoff.after(failed);
        LOG.atWarn()
                .addKeyValue("controller", name)
                .addKeyValue("key", key)
                .addKeyValue("failures", failed)
                .addKeyValue("retryAfterMillis", delay.toMillis())
                .setCause(cause)
                .log("Reconciliation failed");
        queueMetrics.retried();
        queue.addAfter(key, delay);
    }
}
