package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When the mirror of a shared data volume is made in a consuming project. */
public enum MirrorMode {
    /** When the first pod there asks for it. */
    @JsonProperty("OnFirstUse")
    ON_FIRST_USE,

    /** As soon as the share exists. */
    @JsonProperty("Always")
    ALWAYS
}
