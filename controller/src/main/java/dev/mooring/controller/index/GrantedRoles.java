package dev.mooring.controller.index;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The roles that the chart lists: those that its ClusterRole lets the controller give away, by their names.
 *
 * @param names the ClusterRoles on which it holds the verb {@code bind}
 */
public record GrantedRoles(Set<String> names) {
    /** The name of the chart's ClusterRole for the controller. */
    public static final String CLUSTER_ROLE = "mooring-controller";

    public GrantedRoles {
        names = Set.copyOf(names);
    }

    /** Returns what {@code own}, the controller's ClusterRole, lists; null if it lets it give away whatever there is. */
    public static @Nullable GrantedRoles of(ClusterRole own) {
        var about = own.getRules().stream().filter(GrantedRoles::isAboutGiving).toList();
        return about.stream().anyMatch(rule -> rule.getResourceNames().isEmpty())
                ? null
                : new GrantedRoles(about.stream()
                        .flatMap(rule -> rule.getResourceNames().stream())
                        .collect(Collectors.toSet()));
    }

    private static boolean isAboutGiving(PolicyRule rule) {
        return rule.getVerbs().contains("bind") && rule.getResources().contains("clusterroles");
    }
}
