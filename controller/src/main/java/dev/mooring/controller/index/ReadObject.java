package dev.mooring.controller.index;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object of ours that a Role lets people read.
 *
 * @param resource such as {@code projects}
 * @param name the object's name
 */
public record ReadObject(String resource, String name) {
    /** Returns the rule that a Role must have for it, and no other. */
    public PolicyRule rule() {
        return new PolicyRuleBuilder()
                .withApiGroups("mooring.dev")
                .withResources(resource)
                .withResourceNames(name)
                .withVerbs("get", "list", "watch")
                .build();
    }

    /** Returns the object that {@code role} lets people read, or null if it says anything else. */
    static @Nullable ReadObject in(Role role) {
        if (role.getRules().size() != 1) {
            return null;
        }
        var rule = role.getRules().getFirst();
        if (rule.getResources().size() != 1 || rule.getResourceNames().size() != 1) {
            return null;
        }
        var object = new ReadObject(
                rule.getResources().getFirst(), rule.getResourceNames().getFirst());
        return role.getRules().equals(List.of(object.rule())) ? object : null;
    }
}
