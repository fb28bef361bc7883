package dev.mooring.launcher.revocation.history;

/** What came of a request for a pod. */
public sealed interface Answer {
    /** The pod was let in. */
    record Admitted() implements Answer {}

    /**
     * Mooring turned the pod away.
     *
     * @param reason of Mooring's vocabulary, as noted in the log
     */
    record Denied(String reason) implements Answer {}

    /**
     * Something else than an answer of Mooring's: no webhook could be reached or answered in time, or the API server had an
     * error of its own.
     *
     * @param code the HTTP status
     */
    record Failed(int code) implements Answer {}
}
