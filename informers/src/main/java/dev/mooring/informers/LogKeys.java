package dev.mooring.informers;

/** The keys of the values in this module's log lines. */
final class LogKeys {
    static final String KIND = "kind";
    static final String KEY = "key";
    static final String UID = "uid";
    static final String NAMESPACE = "namespace";
    static final String OBJECTS = "objects";

    private LogKeys() {}
}
