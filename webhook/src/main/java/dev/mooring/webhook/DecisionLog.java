package dev.mooring.webhook;

import dev.mooring.decision.Decision;
import dev.mooring.webhook.review.AdmissionRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Writes one line for each denial, at INFO, and for each other answer at DEBUG; never an object. */
final class DecisionLog {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);

    private final String path;

    DecisionLog(String path) {
        this.path = path;
    }

    void unreadable(String why) {
        LOG.atInfo()
                .addKeyValue(LogKeys.WEBHOOK, path)
                .addKeyValue(LogKeys.MESSAGE, why)
                .log("refused a body that is no admission request");
    }

    void decided(AdmissionRequest request, Decision decision) {
        switch (decision) {
            case Decision.Deny deny ->
                about(LOG.atInfo(), request)
                        .addKeyValue(LogKeys.DECISION, "deny")
                        .addKeyValue(LogKeys.REASON, deny.reason().label())
                        .addKeyValue(LogKeys.MESSAGE, deny.message())
                        .log("denied");
            case Decision.Allow allow ->
                about(LOG.atDebug(), request)
                        .addKeyValue(LogKeys.DECISION, "allow")
                        .log("allowed");
            case Decision.Plan plan ->
                about(LOG.atDebug(), request)
                        .addKeyValue(LogKeys.DECISION, "mutate")
                        .log("mutated");
        }
    }

    private LoggingEventBuilder about(LoggingEventBuilder line, AdmissionRequest request) {
        return line.addKeyValue(LogKeys.WEBHOOK, path)
                .addKeyValue(LogKeys.UID, request.uid())
                .addKeyValue(LogKeys.RESOURCE, () -> request.resource().toString())
                .addKeyValue(LogKeys.OPERATION, () -> request.operation().name())
                .addKeyValue(LogKeys.NAMESPACE, request.namespace())
                .addKeyValue(LogKeys.NAME, request::nameOfSubject)
                .addKeyValue(LogKeys.USER, request.requester().name())
                .addKeyValue(LogKeys.DRY_RUN, request::dryRun);
    }
}
