package dev.mooring.model;

/** The annotations that Mooring reads or writes. */
public final class Annotations {
    /** What every key of ours begins with. */
    public static final String PREFIX = "mooring.dev/";

    /** On a namespace that exists: who may take it, {@code <department>} or {@code <department>/<project>}. */
    public static final String ADOPT = "mooring.dev/adopt";

    /** On an origin volume: the reclaim policy that it had before it was set to Retain. */
    public static final String RECLAIM_POLICY = "mooring.dev/original-reclaim-policy";

    /** On a mirror claim that is being deleted: the pods that keep it, as {@code a, b and 3 more}. */
    public static final String HELD_BY = "mooring.dev/held-by";

    /** On a mirror claim that no pod uses: since when, as RFC 3339 has it. */
    public static final String UNUSED_SINCE = "mooring.dev/unused-since";

    /** On a mirror claim: {@link #EVICT} if its consumers are to be evicted once no share covers it; else they are kept. */
    public static final String ON_REVOKE = "mooring.dev/on-revoke";

    /** The only value of {@link #ON_REVOKE}. */
    public static final String EVICT = "Evict";

    /** On a mirror claim that no share covers any more: since when, as RFC 3339 has it. */
    public static final String REVOKED_AT = "mooring.dev/revoked-at";

    /**
     * On a mirror claim beside {@link #REVOKED_AT}, until everybody has been told: the shares that ended then, as {@code
     * name/uid,name/uid}; nothing if none is known.
     */
    public static final String UNTOLD = "mooring.dev/revocation-untold";

    /** On pods and pod templates: the data volumes that are asked for. */
    public static final String DATA_VOLUMES = "mooring.dev/data-volumes";

    /** On pods and pod templates: the containers that get them. */
    public static final String CONTAINERS = "mooring.dev/containers";

    /** On heartbeats, in Mooring's own namespace: the number of the newest one. */
    public static final String HEARTBEAT = "mooring.dev/heartbeat";

    private Annotations() {}
}
