package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a data volume is in its life, in one word. */
public enum Phase {
    /** The controller has not looked at it yet, or its claim is not bound yet. */
    @JsonProperty("Creating")
    CREATING,

    /** Pods may mount it. */
    @JsonProperty("Ready")
    READY,

    /** Something is wrong; the conditions say what. */
    @JsonProperty("NotReady")
    NOT_READY,

    /** It is being deleted. */
    @JsonProperty("Deleting")
    DELETING
}
