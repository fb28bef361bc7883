package dev.mooring.controller.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.backend.BackendSettings;
import dev.mooring.controller.backend.MirrorStrategies;
import dev.mooring.controller.backend.Verdict;
import dev.mooring.decision.AccessMode;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.MirrorClaimName;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class MirrorRecipeTest {
    private static final PersistentVolume ORIGIN = Serialization.unmarshal("""
            apiVersion: v1
            kind: PersistentVolume
            metadata:
              name: pv-imagenet
              uid: origin-volume-uid
              resourceVersion: "7"
              finalizers: [kubernetes.io/pv-protection]
              labels: {team: vision}
              annotations: {pv.kubernetes.io/provisioned-by: nfs.csi.k8s.io}
            spec:
              capacity: {storage: 100Gi}
              volumeMode: Filesystem
              accessModes: [ReadWriteMany]
              persistentVolumeReclaimPolicy: Delete
              storageClassName: fast
              volumeAttributesClassName: gold
              mountOptions: [nfsvers=4.1, rw]
              claimRef: {namespace: vision, name: data, uid: origin-claim-uid}
              nodeAffinity:
                required:
                  nodeSelectorTerms:
                  - matchExpressions:
                    - {key: topology.kubernetes.io/zone, operator: In, values: [a]}
              csi:
                driver: nfs.csi.k8s.io
                volumeHandle: nfs.example#share#vision
                fsType: nfs4
                volumeAttributes: {server: nfs.example, share: /vision, mountPermissions: "0777"}
                nodePublishSecretRef: {name: publish, namespace: storage}
                nodeStageSecretRef: {name: stage, namespace: storage}
                controllerExpandSecretRef: {name: expand, namespace: storage}
                controllerPublishSecretRef: {name: attach, namespace: storage}
                nodeExpandSecretRef: {name: grow, namespace: storage}
            """, PersistentVolume.class);

    @Test
    void theClaimAsksForOneByteOfAClassThatDoesNotExist() {
        assertThat(MirrorRecipe.claim(source(AccessMode.READ_ONLY), "speech"))
                .isEqualTo(Serialization.unmarshal("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  namespace: speech
                  name: dv.vision.imagenet
                  labels:
                    mooring.dev/mirror: "true"
                    mooring.dev/data-volume: imagenet
                    mooring.dev/origin-project: vision
                    mooring.dev/data-volume-uid: volume-uid
                    mooring.dev/origin-claim-uid: origin-claim-uid
                spec:
                  storageClassName: mooring-mirror
                  volumeMode: Filesystem
                  accessModes: [ReadOnlyMany]
                  resources: {requests: {storage: "1"}}
                """, PersistentVolumeClaim.class));
    }

    @Test
    void theVolumeKeepsTheStorageAndDropsWhatCouldChangeIt() {
        assertThat(MirrorRecipe.volume(source(AccessMode.READ_ONLY), claim("dv.vision.imagenet")))
                .isEqualTo(Serialization.unmarshal("""
                apiVersion: v1
                kind: PersistentVolume
                metadata:
                  name: mooring-claim-uid
                  labels:
                    mooring.dev/mirror: "true"
                    mooring.dev/data-volume: imagenet
                    mooring.dev/origin-project: vision
                    mooring.dev/data-volume-uid: volume-uid
                    mooring.dev/origin-claim-uid: origin-claim-uid
                spec:
                  capacity: {storage: 100Gi}
                  volumeMode: Filesystem
                  accessModes: [ReadOnlyMany]
                  persistentVolumeReclaimPolicy: Retain
                  storageClassName: mooring-mirror
                  mountOptions: [nfsvers=4.1, ro]
                  claimRef: {apiVersion: v1, kind: PersistentVolumeClaim, namespace: speech, name: dv.vision.imagenet, uid: claim-uid}
                  nodeAffinity:
                    required:
                      nodeSelectorTerms:
                      - matchExpressions:
                        - {key: topology.kubernetes.io/zone, operator: In, values: [a]}
                  csi:
                    driver: nfs.csi.k8s.io
                    volumeHandle: nfs.example#share#vision-mooring-claim-uid
                    fsType: nfs4
                    volumeAttributes: {server: nfs.example, share: /vision}
                    nodePublishSecretRef: {name: publish, namespace: storage}
                    nodeStageSecretRef: {name: stage, namespace: storage}
                """, PersistentVolume.class));
    }

    @Test
    void aMirrorForWritingKeepsTheAccessModesAndMountOptions() {
        var volume = MirrorRecipe.volume(source(AccessMode.READ_WRITE), claim("dvrw.vision.imagenet"));

        assertThat(volume.getSpec().getAccessModes()).containsExactly("ReadWriteMany");
        assertThat(volume.getSpec().getMountOptions()).containsExactly("nfsvers=4.1", "rw");
    }

    @Test
    void theOriginIsNotChanged() {
        var before = Serialization.asYaml(ORIGIN);
        MirrorRecipe.volume(source(AccessMode.READ_ONLY), claim("dv.vision.imagenet"));

        assertThat(Serialization.asYaml(ORIGIN)).isEqualTo(before);
    }

    private static MirrorSource source(AccessMode access) {
        var name = new MirrorClaimName(access, new DataVolumeId("vision", "imagenet"));
        var strategy =
                ((Verdict.Mirrored) new MirrorStrategies(BackendSettings.STRICT).judge(ORIGIN, access)).strategy();
        return new MirrorSource(name, "volume-uid", "origin-claim-uid", ORIGIN, strategy);
    }

    private static PersistentVolumeClaim claim(String name) {
        return Serialization.unmarshal("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {namespace: speech, name: %s, uid: claim-uid}
                """.formatted(name), PersistentVolumeClaim.class);
    }
}
