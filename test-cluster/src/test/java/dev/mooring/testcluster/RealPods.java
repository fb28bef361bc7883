package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Claims, and pods that mount them, on a real node. All are in the namespace {@code default}. */
final class RealPods {
    static final String NAMESPACE = "default";
    static final String CONTAINER = "main";
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String READ_ONLY_FILE_SYSTEM = "Read-only file system";

    private static final String CLASS = "by-hand";
    private static final String ACCESS = "ReadWriteMany";
    private static final Map<String, Quantity> SIZE = Map.of("storage", new Quantity("1Gi"));

    private RealPods() {}

    /** What a container's mount says of writing, where the pod's volume says nothing. */
    enum Mount {
        READ_ONLY,
        WRITABLE
    }

    static CSIPersistentVolumeSource csi(String handle, String share) {
        return new CSIPersistentVolumeSourceBuilder()
                .withDriver("nfs.csi.k8s.io")
                .withVolumeHandle(handle)
                .addToVolumeAttributes("share", share)
                .build();
    }

    static void claim(KubernetesClient client, String name, CSIPersistentVolumeSource source) {
        claim(client, name, new PersistentVolumeSpecBuilder().withCsi(source));
    }

    /** Makes a claim for a volume that is mounted with this option, whoever mounts it. */
    static void claimWithOption(KubernetesClient client, String name, CSIPersistentVolumeSource source, String option) {
        claim(client, name, new PersistentVolumeSpecBuilder().withCsi(source).withMountOptions(option));
    }

    static void claimHostPath(KubernetesClient client, String name, String path) {
        claim(
                client,
                name,
                new PersistentVolumeSpecBuilder()
                        .withNewHostPath()
                        .withPath(path)
                        .endHostPath());
    }

    static void claimLocal(KubernetesClient client, String name, String path) {
        claim(
                client,
                name,
                new PersistentVolumeSpecBuilder()
                        .withNewLocal()
                        .withPath(path)
                        .endLocal()
                        .withNewNodeAffinity()
                        .withNewRequired()
                        .addNewNodeSelectorTerm()
                        .addNewMatchExpression()
                        .withKey("type")
                        .withOperator("In")
                        .withValues("real")
                        .endMatchExpression()
                        .endNodeSelectorTerm()
                        .endRequired()
                        .endNodeAffinity());
    }

    /** A pod that sleeps and mounts each volume at {@code /<its name>}. */
    static Pod pod(String name, Mount mount, Volume... volumes) {
        List<VolumeMount> mounts = List.of(volumes).stream()
                .map(volume -> new VolumeMountBuilder()
                        .withName(volume.getName())
                        .withMountPath("/" + volume.getName())
                        .withReadOnly(mount == Mount.READ_ONLY)
                        .build())
                .toList();
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(NAMESPACE)
                .addToLabels("app", name)
                .endMetadata()
                .withNewSpec()
                .withTerminationGracePeriodSeconds(0L)
                .withContainers(new ContainerBuilder()
                        .withName(CONTAINER)
                        .withImage(RealNode.IMAGE)
                        .withCommand("sleep", "infinity")
                        .withVolumeMounts(mounts)
                        .build())
                .withVolumes(volumes)
                .endSpec()
                .build();
    }

    static Volume writable(String name, String claim) {
        return volume(name, claim, false);
    }

    static Volume readOnly(String name, String claim) {
        return volume(name, claim, true);
    }

    /** Creates the pod and returns when it runs. */
    static Pod run(KubernetesClient client, Pod pod) {
        client.resource(pod).create();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(client.resource(pod).get().getStatus().getPhase())
                                .isEqualTo("Running"));
        return pod;
    }

    static Executed exec(TestCluster cluster, Pod pod, String... command) {
        return cluster.exec(NAMESPACE, pod.getMetadata().getName(), CONTAINER, command);
    }

    private static void claim(KubernetesClient client, String name, PersistentVolumeSpecBuilder spec) {
        client.resource(new PersistentVolumeBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withSpec(spec.withCapacity(SIZE)
                                .withAccessModes(ACCESS)
                                .withStorageClassName(CLASS)
                                .withPersistentVolumeReclaimPolicy("Retain")
                                .withNewClaimRef()
                                .withNamespace(NAMESPACE)
                                .withName(name)
                                .endClaimRef()
                                .build())
                        .build())
                .create();
        client.resource(new PersistentVolumeClaimBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(NAMESPACE)
                        .endMetadata()
                        .withNewSpec()
                        .withAccessModes(ACCESS)
                        .withStorageClassName(CLASS)
                        .withNewResources()
                        .addToRequests(SIZE)
                        .endResources()
                        .endSpec()
                        .build())
                .create();
    }

    private static Volume volume(String name, String claim, boolean isReadOnly) {
        return new VolumeBuilder()
                .withName(name)
                .withNewPersistentVolumeClaim(claim, isReadOnly)
                .build();
    }
}
