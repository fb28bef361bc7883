package dev.mooring.webhook;

import dev.mooring.decision.Decision;
import dev.mooring.webhook.review.AdmissionRequest;

/** Decides about the requests of one route. */
@FunctionalInterface
interface Judge {
    Decision decide(AdmissionRequest request);
}
