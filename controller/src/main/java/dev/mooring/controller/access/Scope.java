package dev.mooring.controller.access;

/** What a namespace is. */
sealed interface Scope {
    /** The cluster scope's. */
    record Cluster() implements Scope {}

    /** A department's that is in force. */
    record Department(String name) implements Scope {}

    /** A project's that is in force. */
    record Project(String name, String departmentNamespace) implements Scope {}

    /** Nobody's. */
    record None() implements Scope {}
}
