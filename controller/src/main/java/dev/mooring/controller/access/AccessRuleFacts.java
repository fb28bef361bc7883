package dev.mooring.controller.access;

/**
 * What the plan for an access rule looks at.
 *
 * @param namespace where it is
 * @param role the role that it gives
 * @param state whether that can be given
 * @param reached how many namespaces it reaches; none if its own is no scope's
 * @param bound in how many of them all its subjects have the role
 */
record AccessRuleFacts(String namespace, String role, RoleState state, int reached, int bound) {}
