package dev.mooring.informers;

import dev.mooring.model.AccessRule;
import dev.mooring.model.AccessSubject;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An access rule of which the controller has said that its bindings are all there, as it is now.
 *
 * @param namespace the namespace that it lives in, its scope's
 * @param role the role that it gives
 * @param subjects who has it
 */
record RuleInForce(String namespace, String role, Set<AccessSubject> subjects) {
    private static final String READY = "Ready";

    RuleInForce {
        subjects = Set.copyOf(subjects);
    }

    /** Returns what is kept of {@code rule}, or null while it is not in force. */
    static @Nullable RuleInForce of(AccessRule rule) {
        return Metadata.isDeleting(rule) || !isReady(rule)
                ? null
                : new RuleInForce(
                        Metadata.namespace(rule),
                        Metadata.repeated(rule.getSpec().role(), "spec.role"),
                        Set.copyOf(rule.getSpec().subjects()));
    }

    private static boolean isReady(AccessRule rule) {
        var status = rule.getStatus();
        return status != null
                && status.conditions().stream()
                        .anyMatch(condition -> READY.equals(condition.getType())
                                && "True".equals(condition.getStatus())
                                && Objects.equals(
                                        condition.getObservedGeneration(),
                                        rule.getMetadata().getGeneration()));
    }
}
