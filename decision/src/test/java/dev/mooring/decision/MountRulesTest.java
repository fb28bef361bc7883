package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Allow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of every mount of a data volume, whoever wrote it and in whatever kind of container. */
class MountRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"containers", "initContainers", "ephemeralContainers"})
    void denyWritableMounts(String array) {
        assertThat(NLP.validate(mounting(array, "dv.vision.imagenet", "subPath: 'train'")))
                .isEqualTo(denied(
                        DenyReason.NOT_READ_ONLY,
                        "mount \"/d\" of data volume \"mine\" in container \"main\" is not read-only;"
                                + " set readOnly: true on the mount"));
    }

    @Test
    void denyExplicitlyWritableMounts() {
        assertThat(NLP.validate(mounting("containers", "dv.vision.imagenet", "readOnly: false")))
                .isEqualTo(denied(
                        DenyReason.NOT_READ_ONLY,
                        "mount \"/d\" of data volume \"mine\" in container \"main\" is not read-only;"
                                + " set readOnly: true on the mount"));
    }

    @Test
    void allowWritableMountsOfWhatMayBeWritten() {
        assertThat(NLP.validate(mounting("containers", "dvrw.vision.scratch", "subPathExpr: '$(POD_NAME)'")))
                .isInstanceOf(Allow.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dv.vision.imagenet", "dvrw.vision.scratch"})
    void denyBidirectionalPropagation(String claim) {
        assertThat(NLP.mutate(mounting("containers", claim, "readOnly: true, mountPropagation: 'Bidirectional'")))
                .isEqualTo(denied(
                        DenyReason.MOUNT_PROPAGATION,
                        "mount \"/d\" of data volume \"mine\" in container \"main\" has mountPropagation"
                                + " \"Bidirectional\", which data volumes never have; leave it out"));
    }

    @Test
    void denySubPathExpressionsOnReadOnlyData() {
        assertThat(NLP.mutate(mounting("containers", "dv.vision.imagenet", "readOnly: true, subPathExpr: '$(X)'")))
                .isEqualTo(denied(
                        DenyReason.SUB_PATH_EXPRESSION,
                        "mount \"/d\" of data volume \"mine\" in container \"main\" has a subPathExpr, which kubelet"
                                + " creates where it is missing, and the data is read-only; use subPath with a directory"
                                + " that is there"));
    }

    @Test
    void denyBlockDevices() {
        assertThat(NLP.validate("""
                        {metadata: {name: 'train'},
                         spec: {containers: [{name: 'main', volumeDevices: [{name: 'mine', devicePath: '/dev/x'}]}],
                                volumes: [{name: 'mine', persistentVolumeClaim: {claimName: 'dvrw.vision.scratch'}}]}}
                        """))
                .isEqualTo(denied(
                        DenyReason.BLOCK_DEVICE,
                        "container \"main\" uses data volume \"mine\" as a block device;"
                                + " mount it under volumeMounts instead of volumeDevices"));
    }

    @Test
    void denyBlockDevicesOfTheVolumeThatIsToBeAdded() {
        String name = VolumeNames.of("dv.vision.imagenet");

        assertThat(NLP.mutate("""
                        {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet'}},
                         spec: {containers: [{name: 'main', volumeDevices: [{name: '%s', devicePath: '/dev/x'}]}]}}
                        """.formatted(name)))
                .isEqualTo(denied(
                        DenyReason.BLOCK_DEVICE,
                        "container \"main\" uses data volume \"" + name + "\" as a block device;"
                                + " mount it under volumeMounts instead of volumeDevices"));
    }

    @Test
    void leaveMountsOfOtherVolumesAlone() {
        assertThat(NLP.validate("""
                        {metadata: {name: 'train'},
                         spec: {containers: [{name: 'main', volumeDevices: [{name: 'disk', devicePath: '/dev/x'}], volumeMounts: [
                                    {name: 'other', mountPath: '/o', mountPropagation: 'Bidirectional', subPathExpr: '$(X)'}]}],
                                volumes: [{name: 'other', persistentVolumeClaim: {claimName: 'other'}}, {name: 'disk'},
                                          {name: 'mine', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}}]}}
                        """)).isInstanceOf(Allow.class);
    }

    private static String mounting(String array, String claim, String more) {
        return """
                {metadata: {name: 'train'},
                 spec: {%s: [{name: 'main', volumeMounts: [{name: 'mine', mountPath: '/d', %s}]}],
                        volumes: [{name: 'mine', persistentVolumeClaim: {claimName: '%s', readOnly: %s}}]}}
                """.formatted(array, more, claim, claim.startsWith("dv."));
    }
}
