package dev.mooring.controller.access;

import dev.mooring.controller.index.BindingView;
import dev.mooring.controller.index.ReadObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the plan for a namespace looks at.
 *
 * @param rules the rules that reach it; none if it is no scope's
 * @param roles the roles that exist, by name
 * @param bindings our RoleBindings that are there, by name
 * @param objects what our Roles that are there let people read, by the Role's name; empty for one that says anything else
 */
record AccessFacts(
        List<RuleFacts> rules,
        Map<String, RoleFacts> roles,
        Map<String, BindingView> bindings,
        Map<String, Optional<ReadObject>> objects) {
    AccessFacts {
        rules = List.copyOf(rules);
        roles = Map.copyOf(roles);
        bindings = Map.copyOf(bindings);
        objects = Map.copyOf(objects);
    }
}
