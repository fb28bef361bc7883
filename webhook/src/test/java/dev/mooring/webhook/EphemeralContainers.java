package dev.mooring.webhook;

import io.fabric8.kubernetes.api.model.EphemeralContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.jspecify.annotations.Nullable;

/** Containers that are added to a running pod, as {@code kubectl debug} does. */
final class EphemeralContainers {
    private EphemeralContainers() {}

    /** Adds one that mounts {@code volume}, if that is given; returns what the API server has against it, or nothing. */
    static String add(KubernetesClient client, Pod pod, String name, @Nullable String volume, boolean readOnly) {
        var container = new EphemeralContainerBuilder().withName(name).withImage("registry.example.com/debug:1");
        if (volume != null) {
            container
                    .addNewVolumeMount()
                    .withName(volume)
                    .withMountPath("/mnt/" + name)
                    .withReadOnly(readOnly)
                    .endVolumeMount();
        }
        try {
            client.pods()
                    .inNamespace(pod.getMetadata().getNamespace())
                    .withName(pod.getMetadata().getName())
                    .ephemeralContainers()
                    .edit(found -> found.edit()
                            .editSpec()
                            .addToEphemeralContainers(container.build())
                            .endSpec()
                            .build());
            return "";
        } catch (KubernetesClientException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
