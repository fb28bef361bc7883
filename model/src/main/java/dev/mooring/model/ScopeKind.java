package dev.mooring.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a share reaches. */
public enum ScopeKind {
    /** One project. */
    @JsonProperty("Project")
    PROJECT,

    /** All projects of one department, future ones included. */
    @JsonProperty("Department")
    DEPARTMENT,

    /** All projects of the cluster, future ones included. */
    @JsonProperty("Cluster")
    CLUSTER
}
