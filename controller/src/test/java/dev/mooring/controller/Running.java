package dev.mooring.controller;

import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import org.jspecify.annotations.Nullable;

/** Makes the pods that use data, and gives them nodes. */
interface Running extends Waiting {
    /** Makes a pod that mounts {@code claim}; it runs if it has a node, as far as anybody but a kubelet can tell. */
    default Pod pod(String namespace, String name, String claim, @Nullable String node) {
        return make(Unmade.pod(namespace, name, claim, node));
    }

    /** Makes {@code pod} as soon as its namespace has an account for it. */
    default Pod make(Pod pod) {
        eventually(() -> admin().serviceAccounts()
                        .inNamespace(pod.getMetadata().getNamespace())
                        .withName("default")
                        .get()
                != null);
        return admin().resource(pod).create();
    }

    /** Gives {@code pod} a node, as any scheduler may. */
    default void bind(Pod pod, String node) {
        var metadata = pod.getMetadata();
        var binding = new BindingBuilder()
                .withMetadata(Unmade.metadata(metadata.getNamespace(), metadata.getName()))
                .withNewTarget()
                .withApiVersion("v1")
                .withKind("Node")
                .withName(node)
                .endTarget()
                .build();
        admin().raw(
                        "/api/v1/namespaces/" + metadata.getNamespace() + "/pods/" + metadata.getName() + "/binding",
                        "POST",
                        binding);
    }

    /** Lets nobody evict any pod of {@code namespace}. */
    default void budgetOfNought(String namespace) {
        admin().resource(new PodDisruptionBudgetBuilder()
                        .withMetadata(Unmade.metadata(namespace, "never"))
                        .withNewSpec()
                        .withMaxUnavailable(new IntOrString(0))
                        .withNewSelector()
                        .endSelector()
                        .endSpec()
                        .build())
                .create();
    }

    default void deleteAtOnce(Pod pod) {
        admin().resource(pod).withGracePeriod(0).delete();
    }
}
