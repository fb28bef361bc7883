package dev.mooring.charts.policies;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Claims, volumes and what goes with them, each made by whom it is made by in truth.
 *
 * @param controller makes mirrors, and writes labels and status
 * @param admin makes ordinary volumes
 * @param tenant makes everything else
 */
record Storage(KubernetesClient controller, KubernetesClient admin, KubernetesClient tenant) {
    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    /** Makes the claim of a mirror as our controller does. */
    PersistentVolumeClaim mirrorClaim(String team) {
        return make(controller, PersistentVolumeClaim.class, """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  namespace: %s
                  name: dv.vision.imagenet
                  labels:
                    mooring.dev/mirror: "true"
                    mooring.dev/data-volume: imagenet
                spec:
                  storageClassName: mooring-mirror
                  volumeMode: Filesystem
                  accessModes: [ReadOnlyMany]
                  resources:
                    requests:
                      storage: "1"
                """.formatted(team));
    }

    /** Makes the volume of a mirror, an export of a server, as our controller does. */
    void mirrorVolume(PersistentVolumeClaim claim) {
        mirrorVolume(claim, "nfs: {server: storage.example.org, path: /images}");
    }

    /** Makes the volume of a mirror of this source as our controller does. */
    void mirrorVolume(PersistentVolumeClaim claim, String source) {
        make(controller, PersistentVolume.class, """
                apiVersion: v1
                kind: PersistentVolume
                metadata:
                  name: mooring-%1$s
                  labels:
                    mooring.dev/mirror: "true"
                    mooring.dev/data-volume: imagenet
                spec:
                  storageClassName: mooring-mirror
                  persistentVolumeReclaimPolicy: Retain
                  volumeMode: Filesystem
                  accessModes: [ReadOnlyMany]
                  capacity:
                    storage: 1Gi
                  claimRef:
                    apiVersion: v1
                    kind: PersistentVolumeClaim
                    namespace: %2$s
                    name: %3$s
                    uid: %1$s
                  %4$s
                """.formatted(
                        claim.getMetadata().getUid(),
                        claim.getMetadata().getNamespace(),
                        claim.getMetadata().getName(),
                        source));
    }

    /** Makes a node and a driver whose volumes are attached to it before they are mounted; both have this name. */
    void nodeAndDriver(String name) {
        make(admin, GenericKubernetesResource.class, """
                apiVersion: v1
                kind: Node
                metadata:
                  name: %s
                  annotations:
                    volumes.kubernetes.io/controller-managed-attach-detach: "true"
                """.formatted(name));
        make(admin, GenericKubernetesResource.class, """
                apiVersion: storage.k8s.io/v1
                kind: CSIDriver
                metadata:
                  name: %s
                spec:
                  attachRequired: true
                """.formatted(name));
    }

    /** Makes a claim, and a volume and class that it can be bound to and grow in. */
    PersistentVolumeClaim ordinaryClaim(String team) {
        make(admin, GenericKubernetesResource.class, """
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata:
                  name: %s
                provisioner: kubernetes.io/no-provisioner
                allowVolumeExpansion: true
                """.formatted(team));
        make(admin, GenericKubernetesResource.class, """
                apiVersion: v1
                kind: PersistentVolume
                metadata:
                  name: images-%1$s
                spec:
                  storageClassName: %1$s
                  persistentVolumeReclaimPolicy: Retain
                  accessModes: [ReadWriteMany]
                  capacity:
                    storage: 1Gi
                  nfs:
                    server: storage.example.org
                    path: /images
                """.formatted(team));
        return make(tenant, PersistentVolumeClaim.class, claim(team, ""));
    }

    /** Makes a claim that goes when {@code owner} goes. */
    PersistentVolumeClaim ownedClaim(String team, ConfigMap owner) {
        return make(tenant, PersistentVolumeClaim.class, claim(team, """
                  ownerReferences:
                    - apiVersion: v1
                      kind: ConfigMap
                      name: %s
                      uid: %s
                """.formatted(
                        owner.getMetadata().getName(), owner.getMetadata().getUid())));
    }

    /** Labels the claim as the one of a data volume. */
    PersistentVolumeClaim makeOrigin(PersistentVolumeClaim claim) {
        return controller.resource(claim).patch(MERGE, """
                {"metadata": {"labels": {"mooring.dev/data-volume": "imagenet"}}}""");
    }

    /** Makes a data volume that so many pods mount. */
    GenericKubernetesResource dataVolume(String team, int consumers) {
        var made = make(tenant, GenericKubernetesResource.class, """
                apiVersion: mooring.dev/v1alpha1
                kind: DataVolume
                metadata:
                  namespace: %s
                  name: imagenet
                spec:
                  claimName: images
                """.formatted(team));
        consumers(made, consumers);
        return made;
    }

    /** Writes how many pods mount the data volume. */
    void consumers(GenericKubernetesResource dataVolume, int consumers) {
        controller.resource(dataVolume).subresource("status").patch(MERGE, """
                {"status": {"consumers": %d}}""".formatted(consumers));
    }

    /** Makes {@code object} go when {@code owner} goes. */
    <T extends HasMetadata> T own(T object, ConfigMap owner) {
        return admin.resource(object).patch(MERGE, """
                {"metadata": {"ownerReferences": [
                  {"apiVersion": "v1", "kind": "ConfigMap", "name": "%s", "uid": "%s"}]}}""".formatted(
                        owner.getMetadata().getName(), owner.getMetadata().getUid()));
    }

    ConfigMap configMap(String team) {
        return make(admin, ConfigMap.class, """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  namespace: %s
                  name: owner
                """.formatted(team));
    }

    /** Makes a pod that holds the claim, on a node that nobody is. */
    Pod podWith(PersistentVolumeClaim claim) {
        return podWith(claim, "nowhere");
    }

    /** Makes a pod that holds the claim, on this node. */
    Pod podWith(PersistentVolumeClaim claim, String node) {
        var pod = podWithVolumes(
                claim.getMetadata().getNamespace(),
                0,
                List.of(claim.getMetadata().getName()));
        pod.getSpec().setNodeName(node);
        pod.getSpec().getVolumes().getFirst().getPersistentVolumeClaim().setReadOnly(true);
        return admin.resource(pod).create();
    }

    /** Returns a pod with so many empty directories, and with claims that are not read-only. */
    Pod podWithVolumes(String team, int emptyDirectories, List<String> claims) {
        var volumes = Stream.concat(
                        IntStream.range(0, emptyDirectories)
                                .mapToObj(i -> "{name: empty-%d, emptyDir: {}}".formatted(i)),
                        claims.stream()
                                .map(claim -> "{name: data, persistentVolumeClaim: {claimName: %s}}".formatted(claim)))
                .collect(Collectors.joining(", "));
        return Serialization.unmarshal("""
                apiVersion: v1
                kind: Pod
                metadata:
                  namespace: %s
                  name: train
                spec:
                  containers:
                    - name: main
                      image: registry.example.org/main
                  volumes: [%s]
                """.formatted(team, volumes), Pod.class);
    }

    private static String claim(String team, String metadata) {
        return """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  namespace: %1$s
                  name: images
                %2$sspec:
                  storageClassName: %1$s
                  accessModes: [ReadWriteMany]
                  resources:
                    requests:
                      storage: 1Gi
                """.formatted(team, metadata);
    }

    private static <T extends HasMetadata> T make(KubernetesClient by, Class<T> type, String yaml) {
        return by.resource(Serialization.unmarshal(yaml, type)).create();
    }
}
