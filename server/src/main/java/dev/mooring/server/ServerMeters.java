package dev.mooring.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What a server counts of its transport; what the answers say is counted by who gives them. */
final class ServerMeters {
    /** How a request ended, by the first digit of its status. */
    enum Outcome {
        SUCCESS("2xx"),
        REDIRECT("3xx"),
        CLIENT_ERROR("4xx"),
        SERVER_ERROR("5xx"),
        /** The connection ended before the request had arrived whole. */
        ABANDONED("none");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        static Outcome of(int status) {
            return values()[status / 100 - 2];
        }
    }

    private final Map<Outcome, Counter> requests = new EnumMap<>(Outcome.class);
    private final LongAdder inFlight = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final Counter failures;
    private final Counter slow;
    private final Counter handshakes;

    ServerMeters(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            requests.put(
                    outcome,
                    Counter.builder("mooring.server.requests")
                            .description("Requests by the first digit of their status; none: abandoned by the client")
                            .tag("status", outcome.label)
                            .register(registry));
        }
        gauge(registry, "mooring.server.requests.in.flight", "Requests that have begun and are not answered", inFlight);
        gauge(registry, "mooring.server.connections", "Connections that are open, TLS established", connections);
        failures = counter(registry, "mooring.server.handler.failures", "Requests whose handler threw; answered 500");
        slow = counter(registry, "mooring.server.slow.requests", "Connections closed because a request took too long");
        handshakes =
                counter(registry, "mooring.server.connection.failures", "TLS handshakes and connections that failed");
    }

    void connected() {
        connections.increment();
    }

    void disconnected() {
        connections.decrement();
    }

    void connectionFailed() {
        handshakes.increment();
    }

    void begun() {
        inFlight.increment();
    }

    void ended(Outcome outcome) {
        inFlight.decrement();
        Objects.requireNonNull(requests.get(outcome), outcome.label).increment();
    }

    void handlerFailed() {
        failures.increment();
    }

    void tooSlow() {
        slow.increment();
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private static void gauge(MeterRegistry registry, String name, String description, LongAdder value) {
        Gauge.builder(name, value, LongAdder::sum).description(description).register(registry);
    }
}
