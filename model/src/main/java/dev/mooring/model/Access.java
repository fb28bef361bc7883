package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a share lets its pods do with the data. */
public enum Access {
    /** Pods mount the data read-only. */
    @JsonProperty("ReadOnly")
    READ_ONLY,

    /** Pods may mount the data for writing too. */
    @JsonProperty("ReadWrite")
    READ_WRITE
}
