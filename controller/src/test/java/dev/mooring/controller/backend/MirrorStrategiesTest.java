package dev.mooring.controller.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorStrategiesTest {
    private static final MirrorStrategies STRICT = new MirrorStrategies(false);
    private static final MirrorStrategies NODE_LOCAL_TOO = new MirrorStrategies(true);

    @Test
    void nfsKeepsItsServerAndGetsReadOnly() {
        assertThat(mirror(STRICT, "nfs: {server: nfs.example, path: /vision}", AccessMode.READ_ONLY))
                .isEqualTo(spec("nfs: {server: nfs.example, path: /vision}\nmountOptions: [ro]"));
    }

    @Test
    void nfsForWritingIsNotReadOnly() {
        assertThat(mirror(STRICT, "nfs: {server: nfs.example, path: /vision}", AccessMode.READ_WRITE))
                .isEqualTo(spec("nfs: {server: nfs.example, path: /vision}"));
    }

    @Test
    void csiNfsGetsAHandleOfItsOwnAndNoPermissions() {
        var origin =
                "csi: {driver: nfs.csi.k8s.io, volumeHandle: h, volumeAttributes: {share: /v, mountPermissions: '0777'}}";

        assertThat(mirror(STRICT, origin, AccessMode.READ_ONLY))
                .isEqualTo(spec("csi: {driver: nfs.csi.k8s.io, volumeHandle: h-suffix, volumeAttributes: {share: /v}}\n"
                        + "mountOptions: [ro]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostPath: {path: /data}", "local: {path: /data}"})
    void storageOfSingleNodesIsCopiedWhereItIsAllowed(String source) {
        assertThat(mirror(NODE_LOCAL_TOO, source, AccessMode.READ_ONLY)).isEqualTo(spec(source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"hostPath | hostPath: {path: /data}", "local | local: {path: /data}"})
    void storageOfSingleNodesIsRefusedWithTheSettingThatAllowsIt(String driver, String source) {
        assertThat(STRICT.judge(volume(source)))
                .isEqualTo(new Verdict.Refused("storage of \"" + driver
                        + "\" lies on single nodes; use a claim on one of [nfs, nfs.csi.k8s.io], or have an administrator run"
                        + " the controller with MOORING_ALLOW_NODE_LOCAL=true"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ebs.csi.aws.com | csi: {driver: ebs.csi.aws.com, volumeHandle: vol-1}",
                "iscsi | iscsi: {targetPortal: 10.0.0.1, iqn: iqn.x, lun: 0}",
                "unknown | storageos: {volumeName: x}"
            })
    void whatIsUnknownIsRefused(String driver, String source) {
        assertThat(NODE_LOCAL_TOO.judge(volume(source)))
                .isEqualTo(new Verdict.Refused("storage of \"" + driver
                        + "\" cannot be mirrored; use a claim on one of [nfs, nfs.csi.k8s.io]"));
    }

    @Test
    void blockDevicesAreRefused() {
        assertThat(STRICT.judge(volume("nfs: {server: s, path: /}\nvolumeMode: Block")))
                .isEqualTo(new Verdict.Refused(
                        "the volume has volumeMode Block, which cannot be made read-only for others;"
                                + " use a claim with volumeMode Filesystem"));
    }

    @Test
    void storageForOnePodIsRefused() {
        assertThat(STRICT.judge(volume("nfs: {server: s, path: /}\naccessModes: [ReadWriteOncePod]")))
                .isEqualTo(new Verdict.Refused("the volume has access mode ReadWriteOncePod, which allows one pod only;"
                        + " use a claim with ReadWriteMany, ReadOnlyMany or ReadWriteOnce"));
    }

    private static PersistentVolumeSpec mirror(MirrorStrategies strategies, String source, AccessMode access) {
        var mirror = new PersistentVolumeSpecBuilder();
        var origin = volume(source);
        ((Verdict.Mirrored) strategies.judge(origin)).strategy().shape(mirror, origin.getSpec(), access, "suffix");
        return mirror.build();
    }

    private static PersistentVolumeSpec spec(String yaml) {
        return Serialization.unmarshal(yaml, PersistentVolumeSpec.class);
    }

    private static PersistentVolume volume(String source) {
        var volume = Serialization.unmarshal(
                "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: pv}\nspec: {}", PersistentVolume.class);
        volume.setSpec(spec(source));
        return volume;
    }
}
