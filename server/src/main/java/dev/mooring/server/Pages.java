package dev.mooring.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What every server answers to a GET. */
final class Pages {
    private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

    private Pages() {}

    static Map<String, Supplier<HttpAnswer>> of(Readiness readiness, PrometheusMeterRegistry registry) {
        return Map.of(
                "/healthz", () -> HttpAnswer.text(200, "ok"),
                "/readyz", () -> ready(readiness.reasons()),
                "/metrics",
                        () -> new HttpAnswer(
                                200, EXPOSITION, registry.scrape(EXPOSITION).getBytes(UTF_8)));
    }

    private static HttpAnswer ready(List<String> reasons) {
        return reasons.isEmpty() ? HttpAnswer.text(200, "ok") : HttpAnswer.text(503, String.join("\n", reasons));
    }
}
