package dev.mooring.controller.access;

import dev.mooring.model.AccessSubject;
import java.util.Set;

/**
 * One access rule that reaches a namespace.
 *
 * @param role the role that it gives
 * @param subjects who gets it
 * @param from where the rule is, as seen from the namespace
 */
record RuleFacts(String role, Set<AccessSubject> subjects, From from) {
    RuleFacts {
        subjects = Set.copyOf(subjects);
    }

    /** Where a rule is, as seen from a namespace that it reaches. */
    sealed interface From {
        /** In the namespace itself, or in a scope above it. */
        record HereOrAbove() implements From {}

        /** In a project right below, whose object lives here. */
        record ProjectBelow(String name) implements From {}

        /** In a department right below, whose object lives here. */
        record DepartmentBelow(String name) implements From {}

        /** Further below. */
        record FarBelow() implements From {}
    }
}
