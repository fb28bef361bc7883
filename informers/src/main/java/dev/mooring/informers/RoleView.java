package dev.mooring.informers;

import dev.mooring.model.Labels;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a ClusterRole that is a role of ours, or what one reads above.
 *
 * @param name the ClusterRole's name
 * @param role the role that it is or belongs to
 * @param readsProjects whether it reads projects
 * @param readsDepartments whether it reads departments
 * @param readsDataVolumes whether it reads data volumes
 */
public record RoleView(
        String name, String role, boolean readsProjects, boolean readsDepartments, boolean readsDataVolumes) {
    private static final String ABOVE = "-above";
    private static final String GROUP = "mooring.dev";
    private static final String ALL = "*";
    private static final Set<String> ASSETS = Set.of("environments", "computeresources", "datasources", "credentials");
    private static final Set<String> READING = Set.of("get", "list", "watch");

    /** Returns the name of the ClusterRole that says what {@code role} reads in the scopes above its own. */
    public static String above(String role) {
        return role + ABOVE;
    }

    /** Returns what is kept of {@code found}, or null if it is neither: the label alone does not make it one,
     * and what is read above is assets and nothing else. */
    public static @Nullable RoleView of(ClusterRole found) {
        var name = Metadata.name(found);
        var labels = found.getMetadata().getLabels();
        if (name.equals(labels.get(Labels.ROLE))) {
            return new RoleView(
                    name, name, reads(found, "projects"), reads(found, "departments"), reads(found, "datavolumes"));
        }
        var below = labels.get(Labels.ROLE_ABOVE);
        return below != null && name.equals(above(below)) && readsAssetsOnly(found)
                ? new RoleView(name, below, false, false, false)
                : null;
    }

    /** Whoever may give the role in one project gives away what is read above it, too: so that is never more than assets. */
    private static boolean readsAssetsOnly(ClusterRole above) {
        return above.getAggregationRule() == null
                && above.getRules().stream()
                        .allMatch(rule -> rule.getNonResourceURLs().isEmpty()
                                && Set.of(GROUP).containsAll(rule.getApiGroups())
                                && ASSETS.containsAll(rule.getResources())
                                && READING.containsAll(rule.getVerbs()));
    }

    /** Returns whether this is a role itself, and not what one reads above. */
    public boolean isRole() {
        return name.equals(role);
    }

    private static boolean reads(ClusterRole role, String resource) {
        return role.getRules().stream().anyMatch(rule -> reads(rule, resource));
    }

    private static boolean reads(PolicyRule rule, String resource) {
        return rule.getResourceNames().isEmpty()
                && names(rule.getApiGroups(), GROUP)
                && names(rule.getResources(), resource)
                && names(rule.getVerbs(), "get");
    }

    private static boolean names(List<String> values, String wanted) {
        return values.contains(wanted) || values.contains(ALL);
    }
}
