package dev.mooring.controller.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.BackendIdentity;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class BackendsTest {
    @Test
    void anNfsVolumeIsItsExport() {
        assertThat(Backends.identities(volume("nfs: {server: NAS.example., path: //exports/a/}")))
                .containsExactly(BackendIdentity.nfs("nas.example", "/exports/a"));
    }

    @Test
    void aDirectoryIsTheSameWhicheverKindOfVolumeLeadsThere() {
        assertThat(Backends.identities(volume("hostPath: {path: /mnt/a/}")))
                .isEqualTo(Backends.identities(volume("local: {path: /mnt/a}")))
                .containsExactly(BackendIdentity.directory("/mnt/a"));
    }

    @Test
    void cephfsOfKubernetesMayBeOfAnyCluster() {
        assertThat(Backends.identities(volume("cephfs: {monitors: [m], path: /volumes/a}")))
                .containsExactly(BackendIdentity.cephfs("", "/volumes/a"));
    }

    @Test
    void cephfsOfKubernetesWithoutAPathIsAllOfIt() {
        assertThat(Backends.identities(volume("cephfs: {monitors: [m]}")))
                .containsExactly(BackendIdentity.cephfs("", "/"));
    }

    @Test
    void aTargetIsItsNameAndDevice() {
        assertThat(Backends.identities(volume("iscsi: {targetPortal: p, iqn: iqn.x, lun: 3}")))
                .containsExactly(BackendIdentity.iscsi("iqn.x", 3));
    }

    @Test
    void aBucketIsNarrowedByTheMountOptionsOfTheVolume() {
        assertThat(Backends.identities(
                        volume("csi: {driver: s3.csi.aws.com, volumeHandle: h, volumeAttributes: {bucketName: b}},"
                                + " mountOptions: [prefix a/]")))
                .contains(new BackendIdentity("s3", "b", "/a"));
    }

    @Test
    void storageOfWhichNothingIsKnownHasNoIdentity() {
        assertThat(Backends.identities(volume("fc: {lun: 0}"))).isEmpty();
    }

    private static PersistentVolume volume(String source) {
        return Serialization.unmarshal(
                "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: pv}\nspec: {" + source + "}",
                PersistentVolume.class);
    }
}
