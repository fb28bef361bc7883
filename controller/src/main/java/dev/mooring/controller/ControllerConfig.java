package dev.mooring.controller;

import dev.mooring.controller.backend.BackendSettings;
import dev.mooring.model.ScopeNames;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The controller's settings.
 *
 * @param namespace {@code MOORING_NAMESPACE}: Mooring's own namespace; default {@code mooring-system}
 * @param clusterScopeNamespace {@code MOORING_CLUSTER_SCOPE_NAMESPACE}: where departments live; default {@code
 *     mooring-cluster}
 * @param exemptNamespaces {@code MOORING_EXEMPT_NAMESPACES}: namespaces, by commas, that never become a scope; default none
 * @param backends which storage may be mirrored, beyond what does no harm anywhere
 * @param mirrorGrace {@code MOORING_MIRROR_GRACE}: how long a mirror is kept that no pod uses, such as {@code 90s}, {@code
 *     10m} or {@code 12h}; default {@code 10m}
 * @param evictionDeadline {@code MOORING_EVICTION_DEADLINE}: how long after a revocation a pod that was to be evicted is
 *     deleted, disruption budget or not; default {@code 5m}
 */
public record ControllerConfig(
        String namespace,
        String clusterScopeNamespace,
        Set<String> exemptNamespaces,
        BackendSettings backends,
        Duration mirrorGrace,
        Duration evictionDeadline) {
    private static final String NAMESPACE = "MOORING_NAMESPACE";
    private static final String CLUSTER_SCOPE_NAMESPACE = "MOORING_CLUSTER_SCOPE_NAMESPACE";
    private static final String EXEMPT_NAMESPACES = "MOORING_EXEMPT_NAMESPACES";
    private static final String MIRROR_GRACE = "MOORING_MIRROR_GRACE";
    private static final String EVICTION_DEADLINE = "MOORING_EVICTION_DEADLINE";
    private static final Pattern DURATION = Pattern.compile("[0-9]{1,6}[smh]");

    /** Rejects a cluster scope in Mooring's own namespace, whose objects mean nothing. */
    public ControllerConfig {
        exemptNamespaces = Set.copyOf(exemptNamespaces);
        if (namespace.equals(clusterScopeNamespace)) {
            throw new IllegalArgumentException(CLUSTER_SCOPE_NAMESPACE + " is \"" + clusterScopeNamespace
                    + "\", which is Mooring's own namespace; it must be another one");
        }
    }

    /** Reads the settings from environment variables; throws if one is wrong, naming it. */
    public static ControllerConfig from(Map<String, String> environment) {
        return new ControllerConfig(
                environment.getOrDefault(NAMESPACE, "mooring-system"),
                environment.getOrDefault(CLUSTER_SCOPE_NAMESPACE, "mooring-cluster"),
                names(environment.getOrDefault(EXEMPT_NAMESPACES, "")),
                BackendSettings.from(environment),
                duration(environment, MIRROR_GRACE, "10m"),
                duration(environment, EVICTION_DEADLINE, "5m"));
    }

    /** Returns which namespaces may become a department's or project's. */
    ScopeNames scopeNames() {
        var refused = new HashSet<>(exemptNamespaces);
        refused.add(namespace);
        refused.add(clusterScopeNamespace);
        return new ScopeNames(refused);
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Duration duration(Map<String, String> environment, String variable, String usual) {
        var value = environment.getOrDefault(variable, usual);
        if (!DURATION.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    variable + " is \"" + value + "\"; it must be a number with its unit, s, m or h, such as 10m");
        }
        return Duration.parse("PT" + value);
    }
}
