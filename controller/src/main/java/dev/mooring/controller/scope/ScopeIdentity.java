package dev.mooring.controller.scope;

import dev.mooring.model.Labels;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which department or project a namespace is to become.
 *
 * @param department the department, or the project's department
 * @param project the project, or null for the department itself
 */
record ScopeIdentity(String department, @Nullable String project) {
    /** Returns what the annotation {@code mooring.dev/adopt} must say on a namespace that exists. */
    String adoptValue() {
        return project == null ? department : department + "/" + project;
    }

    /** Returns the labels of the namespace; {@code holder} is the UID of the department or project. */
    Map<String, String> labels(String holder) {
        return project == null
                ? Map.of(
                        Labels.SCOPE, Labels.SCOPE_DEPARTMENT,
                        Labels.DEPARTMENT, department,
                        Labels.HOLDER, holder)
                : Map.of(
                        Labels.SCOPE, Labels.SCOPE_PROJECT,
                        Labels.DEPARTMENT, department,
                        Labels.PROJECT, project,
                        Labels.HOLDER, holder);
    }

    /** Returns {@code department} or {@code project}. */
    String kind() {
        return project == null ? "department" : "project";
    }
}
