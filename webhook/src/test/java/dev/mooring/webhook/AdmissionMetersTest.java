package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.DenyReason;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdmissionMetersTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AdmissionMeters meters = new AdmissionMeters(registry, "/validate");

    @Test
    void hasTheNamesThatDashboardsOfControllerRuntimeAskFor() {
        try (var request = meters.begin()) {
            request.decided(Allow.NOTHING);
        }

        assertThat(registry.scrape().lines())
                .contains(
                        "controller_runtime_webhook_requests_total{code=\"200\",webhook=\"/validate\"} 1.0",
                        "controller_runtime_webhook_requests_total{code=\"500\",webhook=\"/validate\"} 0.0",
                        "controller_runtime_webhook_requests_in_flight{webhook=\"/validate\"} 0.0",
                        "controller_runtime_webhook_latency_seconds_count{webhook=\"/validate\"} 1")
                .anyMatch(line -> line.startsWith(
                        "controller_runtime_webhook_latency_seconds_bucket{webhook=\"/validate\",le=\"0.005\"}"));
    }

    @Test
    void countsDenialsByReason() {
        try (var request = meters.begin()) {
            request.decided(new Deny(DenyReason.NOT_SHARED, "no"));
        }

        assertThat(registry.scrape().lines())
                .contains(
                        "mooring_admission_denials_total{reason=\"NotShared\"} 1.0",
                        "mooring_admission_review_seconds_count{outcome=\"NotShared\"} 1");
    }

    @Test
    void knowsEveryReasonBeforeItIsUsed() {
        assertThat(registry.scrape().lines())
                .containsAll(Stream.of(DenyReason.values())
                        .map(reason -> "mooring_admission_denials_total{reason=\"" + reason.label() + "\"} 0.0")
                        .toList());
    }

    @Test
    void countsWhatIsBeingAnswered() {
        try (var request = meters.begin()) {
            assertThat(registry.scrape())
                    .contains("controller_runtime_webhook_requests_in_flight{webhook=\"/validate\"} 1.0");
            request.unreadable();
        }
    }
}
