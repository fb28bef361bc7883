package dev.mooring.webhook;

import dev.mooring.decision.Decision;
import dev.mooring.decision.DenyReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts and times the requests to one path. Every meter is there from the start, so that a rate can be taken. */
final class AdmissionMeters {
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(250_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500)
    };

    private final MeterRegistry registry;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Timer latency;
    private final Counter answered;
    private final Counter unreadable;
    private final Counter failed;
    private final Timer allowed;
    private final Timer mutated;
    private final Timer error;
    private final Map<DenyReason, Denied> denied = new EnumMap<>(DenyReason.class);

    AdmissionMeters(MeterRegistry registry, String path) {
        this.registry = registry;
        Gauge.builder(AdmissionMetrics.IN_FLIGHT, inFlight, AtomicInteger::get)
                .description("Current number of admission requests being served.")
                .tag(AdmissionMetrics.WEBHOOK_TAG, path)
                .register(registry);
        latency = Timer.builder(AdmissionMetrics.LATENCY)
                .description("Histogram of the latency of processing admission requests")
                .tag(AdmissionMetrics.WEBHOOK_TAG, path)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        answered = requests(path, "200");
        unreadable = requests(path, "400");
        failed = requests(path, "500");
        allowed = review("allow");
        mutated = review("mutate");
        error = review("error");
        for (DenyReason reason : DenyReason.values()) {
            denied.put(reason, new Denied(review(reason.label()), denials(reason)));
        }
    }

    /** Begins a request. Must be ended by {@link Request#close}, whatever comes of it. */
    Request begin() {
        inFlight.incrementAndGet();
        return new Request(registry.config().clock().monotonicTime());
    }

    private Counter requests(String path, String code) {
        return Counter.builder(AdmissionMetrics.REQUESTS)
                .description("Total number of admission requests by HTTP status code.")
                .tag(AdmissionMetrics.WEBHOOK_TAG, path)
                .tag(AdmissionMetrics.CODE_TAG, code)
                .register(registry);
    }

    private Counter denials(DenyReason reason) {
        return Counter.builder(AdmissionMetrics.DENIALS)
                .description("Requests that were turned away, by reason.")
                .tag(AdmissionMetrics.REASON_TAG, reason.label())
                .register(registry);
    }

    private Timer review(String outcome) {
        return Timer.builder(AdmissionMetrics.REVIEW)
                .description("Time from a request's body to its answer, by outcome.")
                .tag(AdmissionMetrics.OUTCOME_TAG, outcome)
                .register(registry);
    }

    private record Denied(Timer review, Counter count) {}

    /** One request that is being answered. An error unless it is said otherwise. */
    final class Request implements AutoCloseable {
        private final long start;
        private Counter code = failed;
        private Timer review = error;

        private Request(long start) {
            this.start = start;
        }

        /** Its body could not be read. */
        void unreadable() {
            code = unreadable;
        }

        /** It was answered. */
        void decided(Decision decision) {
            code = answered;
            review = switch (decision) {
                case Decision.Allow allow -> allowed;
                case Decision.Plan plan -> mutated;
                case Decision.Deny deny -> {
                    Denied meters = Objects.requireNonNull(denied.get(deny.reason()));
                    meters.count().increment();
                    yield meters.review();
                }
            };
        }

        @Override
        public void close() {
            long nanos = registry.config().clock().monotonicTime() - start;
            latency.record(nanos, TimeUnit.NANOSECONDS);
            review.record(nanos, TimeUnit.NANOSECONDS);
            code.increment();
            inFlight.decrementAndGet();
        }
    }
}
