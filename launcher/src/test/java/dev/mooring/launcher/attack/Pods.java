package dev.mooring.launcher.attack;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.EphemeralContainerBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;

/** Pods, as people write them. */
public final class Pods {
    static final String DATA_VOLUMES = "mooring.dev/data-volumes";

    private Pods() {}

    /** A pod that asks for nothing. */
    static PodBuilder plain(String namespace, String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withTerminationGracePeriodSeconds(0L)
                .addToContainers(container("main"))
                .endSpec();
    }

    /** A pod that asks by annotation. */
    public static PodBuilder asking(String namespace, String name, String references) {
        return plain(namespace, name)
                .editMetadata()
                .addToAnnotations(DATA_VOLUMES, references)
                .endMetadata();
    }

    /** A pod that takes a claim by hand, for writing, in its one container. */
    static PodBuilder claiming(String namespace, String name, String claim) {
        return plain(namespace, name)
                .editSpec()
                .addToVolumes(volume("data", claim, null))
                .editFirstContainer()
                .addNewVolumeMount()
                .withName("data")
                .withMountPath("/mnt/data")
                .endVolumeMount()
                .endContainer()
                .endSpec();
    }

    /** A pod that has its volume made for it by this template. */
    static PodBuilder ephemeral(String namespace, String name, PersistentVolumeClaimSpec template) {
        return plain(namespace, name)
                .editSpec()
                .addNewVolume()
                .withName("imagenet")
                .withNewEphemeral()
                .withNewVolumeClaimTemplate()
                .withSpec(template)
                .endVolumeClaimTemplate()
                .endEphemeral()
                .endVolume()
                .endSpec();
    }

    /** A pod with a volume of any source. */
    static PodBuilder with(String namespace, String name, Volume volume) {
        return plain(namespace, name).editSpec().addToVolumes(volume).endSpec();
    }

    static Volume volume(String name, String claim, @Nullable Boolean readOnly) {
        return new VolumeBuilder()
                .withName(name)
                .withNewPersistentVolumeClaim(claim, readOnly)
                .build();
    }

    /** The template of a workload whose pods ask by annotation. */
    static PodTemplateSpec template(PodBuilder pod, String restartPolicy) {
        return new PodTemplateSpecBuilder()
                .withMetadata(pod.buildMetadata())
                .editMetadata()
                .withName(null)
                .withNamespace(null)
                .addToLabels("app", "reader")
                .endMetadata()
                .withSpec(pod.buildSpec())
                .editSpec()
                .withRestartPolicy(restartPolicy)
                .endSpec()
                .build();
    }

    /** A container that does nothing in particular. */
    static Container container(String name) {
        return new ContainerBuilder()
                .withName(name)
                .withImage("registry.example.com/reader:1")
                .build();
    }

    /** A container that mounts the volume {@code data} for writing. */
    static Container writer(String name) {
        return new ContainerBuilder(container(name))
                .withVolumeMounts(new VolumeMountBuilder()
                        .withName("data")
                        .withMountPath("/mnt/data")
                        .build())
                .build();
    }

    /** Adds an ephemeral container to a running pod, as {@code kubectl debug} does. */
    static void debug(KubernetesClient client, Pod pod, EphemeralContainer container) {
        client.pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .ephemeralContainers()
                .edit(found -> found.edit()
                        .editSpec()
                        .addToEphemeralContainers(container)
                        .endSpec()
                        .build());
    }

    /** An ephemeral container that mounts a volume of the pod for writing. */
    static EphemeralContainer debugger(String name, String volume) {
        return new EphemeralContainerBuilder()
                .withName(name)
                .withImage("registry.example.com/debugger:1")
                .addNewVolumeMount()
                .withName(volume)
                .withMountPath("/mnt/data")
                .endVolumeMount()
                .build();
    }

    /** Returns the pod volume by which a pod has a claim. */
    static Volume volumeOf(Pod pod, String claim) {
        return pod.getSpec().getVolumes().stream()
                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                .filter(volume -> claim.equals(volume.getPersistentVolumeClaim().getClaimName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the pod has no volume of claim " + claim));
    }
}
