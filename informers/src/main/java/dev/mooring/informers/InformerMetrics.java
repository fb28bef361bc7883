package dev.mooring.informers;

/** The names of the meters of this module. The only tag is {@link #KIND}, from the closed set of kinds that are watched. */
public final class InformerMetrics {
    /** Gauge: 1 if the first list has arrived and the informer still runs, else 0. */
    public static final String SYNCED = "mooring.informer.synced";

    /** Gauge: when the newest event arrived, in seconds since the epoch; 0 before the first. */
    public static final String LAST_EVENT = "mooring.informer.last.event";

    /** Gauge: how many objects are kept. */
    public static final String OBJECTS = "mooring.informer.objects";

    /** Gauge: how many objects could not be read and count as absent. */
    public static final String UNREADABLE = "mooring.informer.unreadable";

    /** Counter: how often a list or watch failed and was tried again. */
    public static final String FAILURES = "mooring.informer.failures";

    /** Counter: how often somebody who was told of a change threw. */
    public static final String LISTENER_FAILURES = "mooring.informer.listener.failures";

    /** Counter: how often a watch was cut because nothing came on it any more, not even a bookmark. */
    public static final String SILENCES = "mooring.informer.silences";

    /** Gauge: seconds since the newest heartbeat was sent that has come back, or since the start if none has. */
    public static final String VIEW_AGE = "mooring.view.age";

    /** Counter: how often a heartbeat could not be written. */
    public static final String HEARTBEAT_FAILURES = "mooring.view.heartbeat.failures";

    /** Counter: how often a watch was cut because heartbeats that were stored did not come back. */
    public static final String CUTS = "mooring.view.cuts";

    /** Counter: how often the API server was asked whether somebody may see data volumes, by {@link #OUTCOME}. */
    public static final String ACCESS_REVIEWS = "mooring.access.reviews";

    /** Value of the tag {@code cache} on Micrometer's {@code cache.*} meters: what the API server said to that. */
    public static final String CACHED_ACCESS_REVIEWS = "accessReviews";

    /** Tag: {@code allowed}, {@code denied} or {@code failed}. */
    public static final String OUTCOME = "outcome";

    /** Value of the tag {@code cache} on Micrometer's {@code cache.*} meters: what each scope grants, worked out. */
    public static final String GRANTS_BY_SCOPE = "grantsByScope";

    /** Tag: the kind of the objects, as Kubernetes spells it. */
    public static final String KIND = "kind";

    private InformerMetrics() {}
}
