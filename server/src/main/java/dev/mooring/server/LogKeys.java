package dev.mooring.server;

/** The keys of what a server logs. */
final class LogKeys {
    static final String HOST = "host";
    static final String PORT = "port";
    static final String PATH = "path";
    static final String EVENT_LOOPS = "eventLoops";
    static final String PERIOD = "period";

    private LogKeys() {}
}
