package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to running consumers when their share ends. */
public enum RevokeMode {
    /** They run to their own end. */
    @JsonProperty("Keep")
    KEEP,

    /** They are evicted. */
    @JsonProperty("Evict")
    EVICT
}
