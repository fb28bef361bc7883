package dev.mooring.informers;

import java.util.Set;

/**
 * Whether somebody may see the data volumes of a namespace.
 *
 * @param namespace the namespace
 * @param user as the API server knows him; of a service account {@code system:serviceaccount:<namespace>:<name>}
 * @param groups the groups that the API server knows him to be in
 */
public record AccessQuestion(String namespace, String user, Set<String> groups) {
    public AccessQuestion {
        groups = Set.copyOf(groups);
    }
}
