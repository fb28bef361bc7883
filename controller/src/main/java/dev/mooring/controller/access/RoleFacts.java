package dev.mooring.controller.access;

/**
 * What is to be known of a role that exists.
 *
 * @param readsAbove whether a ClusterRole says what it reads in the scopes above its own
 * @param readsProjects whether it reads projects
 * @param readsDepartments whether it reads departments
 */
record RoleFacts(boolean readsAbove, boolean readsProjects, boolean readsDepartments) {}
