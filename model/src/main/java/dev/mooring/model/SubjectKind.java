package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a subject of an access rule is. */
public enum SubjectKind {
    /** A person, by the name that the API server gets from who signed him in. */
    @JsonProperty("User")
    USER("User"),

    /** All people of a group, by the name that the API server gets from who signed them in. */
    @JsonProperty("Group")
    GROUP("Group"),

    /** A program, by its service account. */
    @JsonProperty("ServiceAccount")
    SERVICE_ACCOUNT("ServiceAccount");

    private final String word;

    SubjectKind(String word) {
        this.word = word;
    }

    /** Returns the kind as Kubernetes' own bindings spell it. */
    public String word() {
        return word;
    }
}
