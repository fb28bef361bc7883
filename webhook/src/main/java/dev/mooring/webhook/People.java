package dev.mooring.webhook;

import dev.mooring.webhook.review.Requester;
import java.util.function.Predicate;

/**
 * Tells people, and the service accounts that act for them, from controllers, nodes and the control plane.
 *
 * @param isScope whether a namespace is a project's, a department's or the cluster scope's
 */
record People(Predicate<String> isScope) {
    private static final String KUBERNETES = "system:";
    private static final String SERVICE_ACCOUNT = "system:serviceaccount:";
    private static final String ANONYMOUS = "system:anonymous";
    private static final String NODES = "system:nodes";

    /** Returns whether this is a person, or a service account of a scope: what works there is at people's command. */
    boolean include(Requester requester) {
        String name = requester.name();
        if (name.startsWith(SERVICE_ACCOUNT)) {
            return isScope.test(namespaceOf(name));
        }
        return name.equals(ANONYMOUS)
                || (!name.startsWith(KUBERNETES) && !requester.groups().contains(NODES));
    }

    private static String namespaceOf(String serviceAccount) {
        int end = serviceAccount.indexOf(':', SERVICE_ACCOUNT.length());
        return serviceAccount.substring(SERVICE_ACCOUNT.length(), end < 0 ? serviceAccount.length() : end);
    }
}
