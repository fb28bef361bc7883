package dev.mooring.webhook;

/** The names of the webhook's metrics. Those of {@code controller-runtime} are taken to the letter, for dashboards. */
final class AdmissionMetrics {
    /** How long requests took ({@code controller_runtime_webhook_latency_seconds}), by webhook path. */
    static final String LATENCY = "controller.runtime.webhook.latency";

    /** How many requests were answered ({@code controller_runtime_webhook_requests_total}), by path and HTTP code. */
    static final String REQUESTS = "controller.runtime.webhook.requests";

    /** How many requests are being answered ({@code controller_runtime_webhook_requests_in_flight}), by path. */
    static final String IN_FLIGHT = "controller.runtime.webhook.requests.in.flight";

    /** How long reviews took ({@code mooring_admission_review_seconds}), by outcome. */
    static final String REVIEW = "mooring.admission.review";

    /** How many requests were denied ({@code mooring_admission_denials_total}), by reason. */
    static final String DENIALS = "mooring.admission.denials";

    /** The path that was called. */
    static final String WEBHOOK_TAG = "webhook";

    /** The HTTP status code of the answer. */
    static final String CODE_TAG = "code";

    /** {@code allow}, {@code mutate}, {@code error}, or the label of a denial. */
    static final String OUTCOME_TAG = "outcome";

    /** The label of a denial. */
    static final String REASON_TAG = "reason";

    private AdmissionMetrics() {}
}
