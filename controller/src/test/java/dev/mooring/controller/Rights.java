package dev.mooring.controller;

import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;

/** Asks the API server's authorizer, as {@code kubectl auth can-i --as} does. */
record Rights(KubernetesClient admin, String user) {
    /** Returns whether the user may do that with resources of our group in {@code namespace}. */
    boolean may(String verb, String resource, String namespace) {
        return may(verb, "mooring.dev", resource, namespace, null);
    }

    /** Returns whether the user may do that with the object of ours of this name. */
    boolean may(String verb, String resource, String namespace, String name) {
        return may(verb, "mooring.dev", resource, namespace, name);
    }

    /** Returns whether the user may do that with resources of any group. */
    boolean may(String verb, String group, String resource, String namespace, @Nullable String name) {
        var review = new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser(user)
                .withNewResourceAttributes()
                .withVerb(verb)
                .withGroup(group)
                .withResource(resource)
                .withNamespace(namespace)
                .withName(name)
                .endResourceAttributes()
                .endSpec()
                .build();
        return admin.resource(review).create().getStatus().getAllowed();
    }
}
