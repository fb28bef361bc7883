package dev.mooring.webhook;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.Map;
import java.util.stream.Collectors;

/** Pods, as people write them. */
final class Pods {
    private static final String DATA_VOLUMES = "mooring.dev/data-volumes";

    private Pods() {}

    /** A pod that asks for nothing. */
    static PodBuilder plain(String namespace, String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addToContainers(container("main"))
                .endSpec();
    }

    /** A pod that asks by annotation. */
    static PodBuilder asking(String namespace, String name, String references) {
        return plain(namespace, name)
                .editMetadata()
                .addToAnnotations(DATA_VOLUMES, references)
                .endMetadata();
    }

    /** A pod that names a claim by hand and says nothing of read-only. */
    static PodBuilder claiming(String namespace, String name, String claim) {
        return plain(namespace, name)
                .editSpec()
                .addNewVolume()
                .withName("data")
                .withNewPersistentVolumeClaim()
                .withClaimName(claim)
                .endPersistentVolumeClaim()
                .endVolume()
                .editFirstContainer()
                .addNewVolumeMount()
                .withName("data")
                .withMountPath("/mnt/data")
                .endVolumeMount()
                .endContainer()
                .endSpec();
    }

    /** The template of a workload whose pods ask by annotation. */
    static PodTemplateSpec template(String references, String restartPolicy) {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .addToLabels("app", "reader")
                .addToAnnotations(DATA_VOLUMES, references)
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy(restartPolicy)
                .addToContainers(container("main"))
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

    /** The claims that a pod mounts, each with whether its volume is read-only. */
    static Map<String, Boolean> claims(Pod pod) {
        return pod.getSpec().getVolumes().stream()
                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                .collect(Collectors.toMap(
                        volume -> volume.getPersistentVolumeClaim().getClaimName(),
                        volume -> Boolean.TRUE.equals(
                                volume.getPersistentVolumeClaim().getReadOnly())));
    }

    /** The name of the volume by which a pod mounts the mirror that it was given. */
    static String mirrorVolume(Pod pod) {
        return pod.getSpec().getVolumes().stream()
                .map(Volume::getName)
                .filter(name -> name.startsWith("dv-"))
                .findFirst()
                .orElseThrow();
    }
}
