package dev.mooring.informers;

/**
 * The scopes that a project in force belongs to, besides the cluster.
 *
 * @param projectUid the project's identity, the UID of its namespace
 * @param departmentUid its department's identity, the UID of that one's namespace
 * @param departmentNamespace the name of that namespace
 */
record Membership(String projectUid, String departmentUid, String departmentNamespace) {}
