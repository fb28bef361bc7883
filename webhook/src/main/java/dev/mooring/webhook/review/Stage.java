package dev.mooring.webhook.review;

/** Where in the API server's admission an answer belongs. */
public enum Stage {
    /** May change the object; what it lets through is validated afterwards. */
    MUTATION,
    /** Has the last word. */
    VALIDATION
}
