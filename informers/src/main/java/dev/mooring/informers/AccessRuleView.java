package dev.mooring.informers;

import dev.mooring.model.AccessRule;
import dev.mooring.model.AccessSubject;
import java.util.Set;

/**
 * What is kept of an access rule. One that is being deleted grants nothing any more.
 *
 * @param namespace the namespace that it lives in, its scope's
 * @param name its name
 * @param role the role that it gives, whether that exists or not
 * @param subjects who gets it
 * @param deleting whether it is being deleted
 */
public record AccessRuleView(
        String namespace, String name, String role, Set<AccessSubject> subjects, boolean deleting) {
    public AccessRuleView {
        subjects = Set.copyOf(subjects);
    }

    /** Returns what is kept of {@code rule}. */
    public static AccessRuleView of(AccessRule rule) {
        return new AccessRuleView(
                Metadata.namespace(rule),
                Metadata.name(rule),
                Metadata.repeated(rule.getSpec().role(), "spec.role"),
                Set.copyOf(rule.getSpec().subjects()),
                Metadata.isDeleting(rule));
    }
}
