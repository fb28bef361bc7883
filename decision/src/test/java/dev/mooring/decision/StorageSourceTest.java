package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StorageSourceTest {
    @Test
    void anExportIsItsServerAndPath() {
        assertThat(StorageSource.of("nfs", Map.of("server", "NAS.example.", "path", "//exports/a/"))
                        .identities())
                .containsExactly(BackendIdentity.nfs("nas.example", "/exports/a"));
    }

    @Test
    void aDirectoryIsTheSameWhicheverKindOfVolumeLeadsThere() {
        assertThat(StorageSource.of("hostPath", Map.of("path", "/mnt/a/")).identities())
                .isEqualTo(StorageSource.of("local", Map.of("path", "/mnt/a")).identities())
                .containsExactly(BackendIdentity.directory("/mnt/a"));
    }

    @Test
    void cephfsOfKubernetesMayBeOfAnyClusterAndIsAllOfItWithoutAPath() {
        assertThat(StorageSource.of("cephfs", Map.of()).identities()).containsExactly(BackendIdentity.cephfs("", "/"));
    }

    @Test
    void aTargetIsItsNameAndDevice() {
        assertThat(StorageSource.of("iscsi", Map.of("iqn", "iqn.x", "lun", "3")).identities())
                .containsExactly(BackendIdentity.iscsi("iqn.x", 3));
    }

    @Test
    void aTargetWithoutADeviceHasItsFirst() {
        assertThat(StorageSource.of("iscsi", Map.of("iqn", "iqn.x")).identities())
                .containsExactly(BackendIdentity.iscsi("iqn.x", 0));
    }

    @Test
    void anImageOfCephIsTheSameByTheDriverAndByKubernetes() {
        var driver = new StorageSource(
                "csi",
                Map.of("driver", "rook-ceph.rbd.csi.ceph.com", "volumeHandle", "0001"),
                Map.of("clusterID", "one", "pool", "rbd", "imageName", "csi-vol-1"),
                List.of());

        assertThat(driver.identities())
                .anyMatch(place -> StorageSource.of("rbd", Map.of("image", "csi-vol-1")).identities().stream()
                        .anyMatch(place::overlaps));
    }

    @Test
    void aStaticImageOfCephIsNamedByItsHandle() {
        var driver = new StorageSource(
                "csi",
                Map.of("driver", "rbd.csi.ceph.com", "volumeHandle", "image"),
                Map.of("clusterID", "one", "pool", "p", "staticVolume", "true"),
                List.of());

        assertThat(driver.identities()).contains(BackendIdentity.rbd("one", "p", "image"));
    }

    @Test
    void aShareOfAzureFilesMayBeOfAnyAccount() {
        assertThat(StorageSource.of("azureFile", Map.of("shareName", "share", "secretName", "s"))
                        .identities())
                .allMatch(new BackendIdentity("azure:shareName", "account", "/share")::overlaps);
    }

    @Test
    void aFlexVolumeIsItsDriverWithAllItsOptions() {
        var volume = new StorageSource("flexVolume", Map.of("driver", "d"), Map.of("b", "2", "a", "1"), List.of());

        assertThat(volume.identities()).containsExactly(new BackendIdentity("flexVolume:d", "{a=1, b=2}", "/"));
    }

    @Test
    void aBucketIsNarrowedByTheMountOptionsOfTheVolume() {
        var volume = new StorageSource("csi", Map.of("driver", "s3.csi.aws.com"), Map.of("bucketName", "b"), List.of());

        assertThat(volume.mountedWith(List.of("prefix a/")).identities())
                .containsExactly(new BackendIdentity("s3", "b", "/a"));
    }

    @Test
    void theAttributesCountForDriversThatFindTheDataByThem() {
        var one =
                new StorageSource("csi", Map.of("driver", "d", "volumeHandle", "one"), Map.of("share", "a"), List.of());
        var other = new StorageSource("csi", Map.of("driver", "d"), Map.of("Share", "a"), List.of());

        assertThat(one.identities(Set.of("d")))
                .containsAll(other.identities(Set.of("d")))
                .hasSize(2);
        assertThat(one.identities(Set.of("e"))).isEqualTo(one.identities());
    }

    @Test
    void whatIsNoStorageHasNoIdentity() {
        assertThat(StorageSource.of("emptyDir", Map.of()).identities()).isEmpty();
    }
}
