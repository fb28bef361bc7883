package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.server.HttpAnswer;
import dev.mooring.server.HttpRequest;
import dev.mooring.webhook.review.Damage;
import dev.mooring.webhook.review.Reviews;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AdmissionEndpointProperties {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T09:13:00Z"));
    private static final FakeCluster CLUSTER = FakeCluster.withRobotics();
    private static final List<AdmissionEndpoint> ENDPOINTS = List.of(
            AdmissionEndpoint.mutating(
                    CLUSTER, Submitters.CONTROLLERS, Runnable::run, CLOCK, new SimpleMeterRegistry()),
            AdmissionEndpoint.validating(CLUSTER, Submitters.CONTROLLERS, CLOCK, new SimpleMeterRegistry()));

    @Property(tries = 2_000)
    void aDamagedReviewIsAnsweredOrRefusedAndNeverCrashes(
            @ForAll("files") String file, @ForAll long seed, @ForAll @IntRange(min = 0, max = 4) int wounds) {
        byte[] body = Damage.to(Reviews.bytes(file), seed, wounds);
        for (AdmissionEndpoint endpoint : ENDPOINTS) {
            HttpAnswer answer = endpoint.answer(new HttpRequest("/", null, "application/json", body.clone()));

            assertThat(answer.status()).isIn(200, 400);
        }
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(Reviews.ALL);
    }
}
