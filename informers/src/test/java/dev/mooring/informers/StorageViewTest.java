package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.BackendIdentity;
import dev.mooring.decision.DataVolumeId;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageViewTest {
    private static final String CLAIMED = "claimRef: {namespace: vision, name: data}, ";

    @Test
    void keepsWhereTheDataLiesAndForWhom() {
        assertThat(StorageView.of(volume("", CLAIMED + "nfs: {server: NAS.example., path: //exports/a/}")))
                .isEqualTo(new StorageView(
                        "vision/data", null, List.of(BackendIdentity.nfs("nas.example", "/exports/a"))));
    }

    @Test
    void keepsAVolumeThatIsFree() {
        assertThat(StorageView.of(volume("", "hostPath: {path: /mnt}")))
                .isEqualTo(new StorageView(null, null, List.of(BackendIdentity.directory("/mnt"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "local: {path: /mnt}|node||/mnt",
                "cephfs: {monitors: [m]}|cephfs||/",
                "iscsi: {targetPortal: p, iqn: iqn.x, lun: 3}|iscsi|iqn.x|/3",
                "rbd: {monitors: [m], image: i}|rbd||/rbd/i",
                "azureFile: {shareName: s}|azure:shareName||/s",
                "'flexVolume: {driver: d, options: {a: b}}'|flexVolume:d|{a=b}|/",
                "'csi: {driver: d, volumeHandle: h}'|csi:d|h|/"
            })
    void knowsEveryKindOfStorage(String source, String system, String place, String path) {
        assertThat(StorageView.of(volume("", source)))
                .isEqualTo(new StorageView(
                        null, null, List.of(new BackendIdentity(system, place == null ? "" : place, path))));
    }

    @Test
    void keepsNothingOfStorageOfWhichNothingIsKnown() {
        assertThat(StorageView.of(volume("", "fc: {lun: 0}"))).isNull();
    }

    @Test
    void keepsOfAMirrorOnlyItsHandle() {
        assertThat(StorageView.of(volume(
                        "labels: {mooring.dev/mirror: 'true'}",
                        "claimRef: {namespace: nlp, name: dv.vision.imagenet}, csi: {driver: nfs.csi.k8s.io,"
                                + " volumeHandle: h, volumeAttributes: {server: nas, share: /a}}")))
                .isEqualTo(new StorageView(
                        "nlp/dv.vision.imagenet",
                        new DataVolumeId("vision", "imagenet"),
                        List.of(new BackendIdentity("csi:nfs.csi.k8s.io", "h", "/"))));
    }

    @Test
    void keepsNothingOfAMirrorWithoutAHandle() {
        assertThat(StorageView.of(volume(
                        "labels: {mooring.dev/mirror: 'true'}",
                        "claimRef: {namespace: nlp, name: dv.vision.imagenet}, nfs: {server: nas, path: /a}")))
                .isNull();
    }

    @Test
    void isInTheNamespaceOfItsClaim() {
        assertThat(StorageView.of(volume("", CLAIMED + "hostPath: {path: /mnt}")))
                .extracting(StorageView::namespace)
                .isEqualTo("vision");
    }

    private static PersistentVolume volume(String metadata, String spec) {
        return Serialization.unmarshal(
                "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: pv, " + metadata + "}\nspec: {" + spec + "}",
                PersistentVolume.class);
    }
}
