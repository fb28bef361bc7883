package dev.mooring.webhook;

/** The keys of what this module logs. */
final class LogKeys {
    static final String WEBHOOK = "webhook";
    static final String UID = "uid";
    static final String RESOURCE = "resource";
    static final String OPERATION = "operation";
    static final String NAMESPACE = "namespace";
    static final String NAME = "name";
    static final String USER = "user";
    static final String DECISION = "decision";
    static final String REASON = "reason";
    static final String MESSAGE = "message";
    static final String DRY_RUN = "dryRun";
    static final String PORT = "port";

    private LogKeys() {}
}
