package dev.mooring.charts.roles;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that a role lets people do.
 *
 * @param resource with its subresource, such as {@code pods/log}
 * @param name the object's name, or {@link #ANY}
 */
public record Right(String verb, String group, String resource, String name) {
    /** Stands for every name. */
    public static final String ANY = "*";

    /** Returns all that {@code role} gives, one by one. */
    public static Set<Right> of(ClusterRole role) {
        return role.getRules().stream().flatMap(Right::of).collect(Collectors.toSet());
    }

    private static Stream<Right> of(PolicyRule rule) {
        var names = rule.getResourceNames().isEmpty() ? List.of(ANY) : rule.getResourceNames();
        return rule.getVerbs().stream()
                .flatMap(verb -> rule.getApiGroups().stream()
                        .flatMap(group -> rule.getResources().stream()
                                .flatMap(resource ->
                                        names.stream().map(name -> new Right(verb, group, resource, name)))));
    }
}
