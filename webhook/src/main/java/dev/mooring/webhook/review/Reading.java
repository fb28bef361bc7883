package dev.mooring.webhook.review;

/** What came of reading a body: a request, or why there is none. */
public sealed interface Reading {
    /** The body is an AdmissionReview. */
    record Understood(AdmissionRequest request) implements Reading {}

    /** The body is none, or one that cannot be answered; {@code why} is for the log and the caller. */
    record Unreadable(String why) implements Reading {}
}
