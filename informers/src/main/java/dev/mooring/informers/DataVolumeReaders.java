package dev.mooring.informers;

import dev.mooring.model.AccessSubject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows of whom an access rule says that he may see data volumes.
 *
 * <p>Says yes only for what RBAC has by the controller's word. Whom no rule names may still be allowed by a binding that
 * somebody made by hand. Changed by the threads of two informers, read by all.
 */
final class DataVolumeReaders {
    private final RulesByNamespace rules = new RulesByNamespace();
    private final Map<String, RoleView> roles = new ConcurrentHashMap<>();

    private static final class RulesByNamespace extends Index<String, RuleInForce> {
        RulesByNamespace() {
            super(RuleInForce::namespace);
        }
    }

    ProjectionListener<RuleInForce> rules() {
        return rules;
    }

    void role(String key, @Nullable RoleView before, @Nullable RoleView now) {
        if (now == null) {
            roles.remove(key);
        } else {
            roles.put(key, now);
        }
    }

    /**
     * Returns whether a rule in one of these scopes gives the user of {@code question}, or one of his groups, a role that reads
     * data volumes.
     *
     * @param scopes the namespaces of the scopes that the namespace in question lies in
     */
    boolean include(AccessQuestion question, List<String> scopes) {
        return scopes.stream()
                .flatMap(scope -> rules.with(scope).stream())
                .filter(rule -> readsDataVolumes(rule.role()))
                .flatMap(rule -> rule.subjects().stream())
                .anyMatch(subject -> isMeant(subject, question));
    }

    private boolean readsDataVolumes(String role) {
        var view = roles.get(role);
        return view != null && view.isRole() && view.readsDataVolumes();
    }

    private static boolean isMeant(AccessSubject subject, AccessQuestion question) {
        return switch (subject.kind()) {
            case USER -> subject.name().equals(question.user());
            case GROUP -> question.groups().contains(subject.name());
            case SERVICE_ACCOUNT ->
                question.user().equals("system:serviceaccount:" + subject.namespace() + ":" + subject.name());
        };
    }
}
