package dev.mooring.testcluster;

import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do by the API server's own authorizer, as {@code kubectl auth can-i --as} has it.
 *
 * @param admin who asks
 * @param user who is asked about
 */
public record Rights(KubernetesClient admin, String user) {
    private static final String OURS = "mooring.dev";

    /** Returns whether the user may do that with objects of ours in {@code namespace}. */
    public boolean may(String verb, String resource, String namespace) {
        return may(verb, OURS, resource, namespace, null);
    }

    /** Returns whether the user may do that with the object of ours of this name. */
    public boolean may(String verb, String resource, String namespace, String name) {
        return may(verb, OURS, resource, namespace, name);
    }

    /**
     * Returns whether the user may do that.
     *
     * @param resource with its subresource, such as {@code pods/log}
     * @param namespace null for objects that are in none, and for all namespaces
     * @param name null for all objects
     */
    public boolean may(String verb, String group, String resource, @Nullable String namespace, @Nullable String name) {
        int slash = resource.indexOf('/');
        var review = new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser(user)
                .withNewResourceAttributes()
                .withVerb(verb)
                .withGroup(group)
                .withResource(slash < 0 ? resource : resource.substring(0, slash))
                .withSubresource(slash < 0 ? null : resource.substring(slash + 1))
                .withNamespace(namespace)
                .withName(name)
                .endResourceAttributes()
                .endSpec()
                .build();
        return admin.resource(review).create().getStatus().getAllowed();
    }
}
