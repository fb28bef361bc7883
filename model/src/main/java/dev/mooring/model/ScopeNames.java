package dev.mooring.model;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names projects, departments and data volumes may have, and which namespaces may become a scope.
 *
 * <p>What the schema can say it says too; the namespaces that are refused for one installation only are known here.
 *
 * @param refused the namespaces that never become a scope: Mooring's own, the cluster scope's and the exempt ones
 */
public record ScopeNames(Set<String> refused) {
    /** What the names of projects, departments and data volumes look like. */
    public static final String PATTERN = "^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$";

    /** What the namespace of a department begins with unless it gives another. */
    public static final String DEPARTMENT_PREFIX = "department-";

    /** How long a department's name may be if it gives no namespace. */
    public static final int LONGEST_DEPARTMENT = 63 - DEPARTMENT_PREFIX.length();

    /** What the name of a namespace looks like. */
    static final String NAMESPACE_PATTERN = "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$";

    /** The namespaces that belong to Kubernetes. */
    static final String RESERVED = "^(kube-.*|default)$";

    private static final Pattern NAME = Pattern.compile(PATTERN);
    private static final Pattern NAMESPACE = Pattern.compile(NAMESPACE_PATTERN);
    private static final Pattern KUBERNETES_OWN = Pattern.compile(RESERVED);

    public ScopeNames {
        refused = Set.copyOf(refused);
    }

    /** Returns whether {@code name} is one that a project, department or data volume may have. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Returns the namespace of {@code department}, whether it exists or not. */
    public static String namespaceOf(Department department) {
        var namespace = department.getSpec().namespace();
        return namespace == null ? DEPARTMENT_PREFIX + department.getMetadata().getName() : namespace;
    }

    /** Returns why a project may not be called {@code name}, or empty if it may. */
    public Optional<String> objectionToProject(String name) {
        if (!isName(name)) {
            return Optional.of("project \"" + name + "\" is not a valid name; it must match " + PATTERN);
        }
        if (name.startsWith(DEPARTMENT_PREFIX)) {
            return Optional.of("project \"" + name + "\" may not begin with \"" + DEPARTMENT_PREFIX
                    + "\"; namespaces of departments do");
        }
        return objectionToNamespace(name);
    }

    /** Returns why {@code namespace} may not become the namespace of a scope, or empty if it may. */
    public Optional<String> objectionToNamespace(String namespace) {
        if (!NAMESPACE.matcher(namespace).matches()) {
            return Optional.of("\"" + namespace + "\" is not a valid name of a namespace");
        }
        if (KUBERNETES_OWN.matcher(namespace).matches() || refused.contains(namespace)) {
            return Optional.of("namespace \"" + namespace + "\" is reserved; choose another name");
        }
        return Optional.empty();
    }
}
