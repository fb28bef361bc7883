package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsiIdentitiesTest {
    @Test
    void aDriverThatIsNotKnownHasItsHandle() {
        assertThat(identities("storage.example.com", "vol-1", Map.of("pool", "fast")))
                .containsExactly(new BackendIdentity("csi:storage.example.com", "vol-1", "/"));
    }

    @Test
    void aVolumeInAPodHasNoHandle() {
        assertThat(identities("storage.example.com", "", Map.of())).isEmpty();
    }

    @Test
    void nfsIsItsServerAndPathAndNotOnlyItsHandle() {
        assertThat(identities(
                        "nfs.csi.k8s.io",
                        "h",
                        Map.of("Server", "NAS.example", "share", "/exports/", "subdir", "imagenet")))
                .containsExactlyInAnyOrder(
                        new BackendIdentity("csi:nfs.csi.k8s.io", "h", "/"),
                        BackendIdentity.nfs("nas.example", "/exports/imagenet"));
    }

    @Test
    void placeholdersAreFilledInAsTheDriverFillsThemIn() {
        assertThat(identities(
                        "nfs.csi.k8s.io",
                        "",
                        Map.of(
                                "server", "nas.example",
                                "share", "/exports",
                                "subDir", "${pvc.metadata.namespace}/${pvc.metadata.name}-${pv.metadata.name}",
                                "csi.storage.k8s.io/pvc/namespace", "vision",
                                "csi.storage.k8s.io/pvc/name", "data",
                                "csi.storage.k8s.io/pv/name", "pv-1")))
                .containsExactly(BackendIdentity.nfs("nas.example", "/exports/vision/data-pv-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "fs-1, /",
        "fs-1:/imagenet, /imagenet",
        "fs-1:imagenet/, /imagenet",
        "efs:fs-1:/imagenet:, /imagenet",
        "fs-1::fsap-1, /.access-points/fsap-1",
        "efs:fs-1:/train:fsap-1, /.access-points/fsap-1/train"
    })
    void efsIsReadFromTheHandle(String handle, String path) {
        assertThat(identities("efs.csi.aws.com", handle, Map.of()))
                .containsExactlyInAnyOrder(
                        new BackendIdentity("csi:efs.csi.aws.com", handle, "/"),
                        new BackendIdentity("efs", "fs-1", path));
    }

    @Test
    void lustreIsItsHostAndMountName() {
        assertThat(identities("fsx.csi.aws.com", "", Map.of("dnsname", "FS-1.fsx.example.", "mountname", "3cfm")))
                .containsExactly(new BackendIdentity("lustre", "fs-1.fsx.example", "/3cfm"));
    }

    @Test
    void lustreHasAMountNameOfItsOwnIfNoneIsSaid() {
        assertThat(identities("fsx.csi.aws.com", "", Map.of("dnsname", "fs-1")))
                .containsExactly(new BackendIdentity("lustre", "fs-1", "/fsx"));
    }

    @Test
    void aBucketOfCloudStorageIsTheHandleWithoutItsSuffix() {
        assertThat(identities("gcsfuse.csi.storage.gke.io", "acme:mooring-1", Map.of()))
                .contains(new BackendIdentity("gs", "acme", "/"));
    }

    @Test
    void everyBucketOfCloudStorageMayBeAny() {
        assertThat(identities("gcsfuse.csi.storage.gke.io", "_", Map.of()))
                .contains(new BackendIdentity("gs", "", "/"));
    }

    @Test
    void aBucketInAPodIsAnAttributeAsItsOptionsAre() {
        assertThat(identities(
                        "gcsfuse.csi.storage.gke.io",
                        "",
                        Map.of("bucketName", "acme", "mountOptions", "implicit-dirs, only-dir=train")))
                .containsExactly(new BackendIdentity("gs", "acme", "/train"));
    }

    @ParameterizedTest
    @CsvSource({"prefix train/", "prefix=train/", "--prefix train", "--prefix=train/"})
    void aPrefixIsAPathInABucket(String option) {
        var volume = new CsiVolume("s3.csi.aws.com", "", Map.of("bucketName", "acme"), List.of("allow-delete", option));

        assertThat(volume.identities()).containsExactly(new BackendIdentity("s3", "acme", "/train"));
    }

    @Test
    void anAzureShareIsReadFromTheHandle() {
        assertThat(identities("file.csi.azure.com", "rg#account#share#", Map.of()))
                .contains(new BackendIdentity("azure:shareName", "account", "/share"));
    }

    @Test
    void whatAnAttributeSaysOfAnAzureShareCountsMore() {
        assertThat(identities(
                        "file.csi.azure.com",
                        "rg#account#share#",
                        Map.of("sharename", "other", "storageaccount", "another", "folderName", "train")))
                .contains(new BackendIdentity("azure:shareName", "another", "/other/train"));
    }

    @Test
    void anAzureShareWhoseAccountIsInASecretMayBeOfAny() {
        assertThat(identities("file.csi.azure.com", "", Map.of("shareName", "share", "secretName", "key")))
                .containsExactly(new BackendIdentity("azure:shareName", "", "/share"));
    }

    @Test
    void anAzureContainerOverNfsIsAnExportToo() {
        assertThat(identities(
                        "blob.csi.azure.com",
                        "",
                        Map.of("containerName", "c", "storageAccountName", "account", "protocol", "nfs")))
                .containsExactlyInAnyOrder(
                        new BackendIdentity("azure:containerName", "account", "/c"),
                        BackendIdentity.nfs("account.blob.core.windows.net", "/account/c"));
    }

    @Test
    void filestoreIsAnExportOfItsAddress() {
        assertThat(identities(
                        "filestore.csi.storage.gke.io",
                        "modeInstance/zone/instance/vol1",
                        Map.of("ip", "10.0.0.2", "volume", "vol1")))
                .contains(BackendIdentity.nfs("10.0.0.2", "/vol1"));
    }

    @Test
    void aShareOfFilestoreIsInTheHandle() {
        assertThat(identities(
                        "filestore.csi.storage.gke.io",
                        "modeMultishare/prefix/project/region/instance/share1",
                        Map.of("ip", "10.0.0.2")))
                .contains(BackendIdentity.nfs("10.0.0.2", "/share1"));
    }

    @Test
    void cephfsIsItsPathWhetherItIsStaticOrNot() {
        var provisioned = identities(
                "rook-ceph.cephfs.csi.ceph.com", "0001", Map.of("clusterID", "one", "subvolumePath", "/volumes/a"));
        var written = identities(
                "cephfs.csi.ceph.com",
                "0001-x",
                Map.of("clusterID", "one", "rootPath", "/volumes/a/", "staticVolume", "true"));

        assertThat(provisioned).contains(BackendIdentity.cephfs("one", "/volumes/a"));
        assertThat(written).contains(BackendIdentity.cephfs("one", "/volumes/a"));
    }

    @Test
    void cephfsWithoutAPathHasItsHandle() {
        assertThat(identities("cephfs.csi.ceph.com", "0001", Map.of()))
                .containsExactly(new BackendIdentity("csi:cephfs.csi.ceph.com", "0001", "/"));
    }

    @Test
    void whatKubernetesWritesAmongTheAttributesDoesNotCount() {
        var origin = new CsiVolume(
                "files.example", "one", Map.of("share", "/a", "csi.storage.k8s.io/pv/name", "pv-1"), List.of());
        var mirror = new CsiVolume("files.example", "two", Map.of("Share", "/a"), List.of());

        assertThat(origin.identityByAttributes().system())
                .isEqualTo(mirror.identityByAttributes().system());
        assertThat(new CsiVolume("files.example", "", Map.of("share", "/b"), List.of()).identityByAttributes())
                .isNotEqualTo(origin.identityByAttributes());
    }

    private static Set<BackendIdentity> identities(String driver, String handle, Map<String, String> attributes) {
        return new CsiVolume(driver, handle, attributes, List.of()).identities();
    }
}
