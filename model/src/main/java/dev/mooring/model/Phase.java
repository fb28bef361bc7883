package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a data volume is in its life, in one word. */
public enum Phase {
    /** Its claim is bound, and the controller has not seen the volume yet; there is no phase at all before it looks. */
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
