package dev.mooring.controller.access;

import java.util.List;

/**
 * What the plan for an access rule looks at.
 *
 * @param namespace where it is
 * @param role the role that it gives
 * @param state whether that can be given
 * @param reached how many namespaces it reaches; none if its own is no scope's
 * @param bound those of them in which all its subjects have the role, in any order
 * @param refused what could not be given at the last try, by any rule with this role or in this scope
 */
record AccessRuleFacts(
        String namespace, String role, RoleState state, int reached, List<String> bound, List<RefusedBinding> refused) {
    AccessRuleFacts {
        bound = List.copyOf(bound);
        refused = List.copyOf(refused);
    }
}
