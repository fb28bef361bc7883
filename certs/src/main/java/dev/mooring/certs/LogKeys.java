package dev.mooring.certs;

/** The keys of what is logged of certificates. */
final class LogKeys {
    static final String NAMESPACE = "namespace";
    static final String NAME = "name";
    static final String KIND = "kind";
    static final String NOT_AFTER = "notAfter";

    private LogKeys() {}
}
