package dev.mooring.webhook;

import static dev.mooring.decision.DenyReason.NOT_SERVED;
import static dev.mooring.decision.DenyReason.VIEW_NOT_READY;

import dev.mooring.decision.Decision;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.webhook.review.AdmissionRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Brings each request before the judge of its route; a request without one, or that nobody can judge now, is denied. */
final class Dispatch implements Judge {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Map<Route, Judge> routes;
    private final ClusterFacts cluster;

    Dispatch(Map<Route, Judge> routes, ClusterFacts cluster) {
        this.routes = Map.copyOf(routes);
        this.cluster = cluster;
    }

    @Override
    public Decision decide(AdmissionRequest request) {
        Judge judge = routes.get(new Route(request.resource(), request.operation()));
        if (judge == null) {
            return notServed(request);
        }
        List<String> notReady = cluster.notReady();
        if (!notReady.isEmpty()) {
            return viewNotReady(notReady);
        }
        return RequestRules.objection(request).<Decision>map(deny -> deny).orElseGet(() -> judge.decide(request));
    }

    private static Deny notServed(AdmissionRequest request) {
        return new Deny(
                NOT_SERVED,
                "Mooring does not judge %s of \"%s\"; its webhook configuration was changed: install the chart again"
                        .formatted(request.operation(), request.resource()));
    }

    private static Deny viewNotReady(List<String> notReady) {
        return new Deny(
                VIEW_NOT_READY,
                "Mooring cannot see the whole cluster at present (%s) and so allows nothing that depends on a share; try again in a few seconds"
                        .formatted(String.join(", ", notReady)),
                SOON);
    }
}
