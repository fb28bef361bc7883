package dev.mooring.launcher.revocation.history;

import dev.mooring.testcluster.AuditEvent;
import java.time.Instant;

/** What is read from every event. */
final class Requests {
    private Requests() {}

    /** Returns when the answer had been sent. */
    static Instant completed(AuditEvent event) {
        return Instant.parse(event.raw().path("stageTimestamp").asText());
    }

    static boolean isDryRun(AuditEvent event) {
        return event.raw().path("requestURI").asText().contains("dryRun=All");
    }
}
