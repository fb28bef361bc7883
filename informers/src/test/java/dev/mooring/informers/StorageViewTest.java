package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.BackendIdentity;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.HeldStorage;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageViewTest {
    private static final String CLAIMED = "claimRef: {namespace: vision, name: data}, ";

    @Test
    void keepsWhereTheDataLiesAndForWhom() {
        assertThat(view(volume("", CLAIMED + "nfs: {server: NAS.example., path: //exports/a/}")))
                .isEqualTo(new StorageView(
                        "vision/data", null, List.of(BackendIdentity.nfs("nas.example", "/exports/a"))));
    }

    @Test
    void keepsAVolumeThatIsFree() {
        assertThat(view(volume("", "hostPath: {path: /mnt}")))
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
        assertThat(view(volume("", source)))
                .isEqualTo(new StorageView(
                        null, null, List.of(new BackendIdentity(system, place == null ? "" : place, path))));
    }

    @Test
    void keepsNothingOfStorageOfWhichNothingIsKnown() {
        assertThat(view(volume("", "fc: {lun: 0}"))).isNull();
    }

    @Test
    void keepsOfAMirrorOnlyItsHandle() {
        assertThat(view(volume(
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
        assertThat(view(volume(
                        "labels: {mooring.dev/mirror: 'true'}",
                        "claimRef: {namespace: nlp, name: dv.vision.imagenet}, nfs: {server: nas, path: /a}")))
                .isNull();
    }

    @Test
    void isInTheNamespaceOfItsClaim() {
        assertThat(view(volume("", CLAIMED + "hostPath: {path: /mnt}")))
                .extracting(StorageView::namespace)
                .isEqualTo("vision");
    }

    @Test
    void keepsTheAttributesByWhichADriverFindsTheData() {
        var drivers = new HeldPlaces(new DataVolumesByProject(), Set.of("files.example"));
        var one = "csi: {driver: files.example, volumeHandle: one, volumeAttributes: {Share: a}}";
        var other = "csi: {driver: files.example, volumeHandle: other, volumeAttributes: {Share: a}}";

        assertThat(places(one, drivers)).hasSize(2).containsAnyElementsOf(places(other, drivers));
    }

    private static List<BackendIdentity> places(String source, HeldStorage drivers) {
        return java.util.Objects.requireNonNull(StorageView.of(volume("", source), drivers))
                .places();
    }

    private static @Nullable StorageView view(PersistentVolume volume) {
        return StorageView.of(volume, HeldStorage.NONE);
    }

    private static PersistentVolume volume(String metadata, String spec) {
        return Serialization.unmarshal(
                "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: pv, " + metadata + "}\nspec: {" + spec + "}",
                PersistentVolume.class);
    }
}
