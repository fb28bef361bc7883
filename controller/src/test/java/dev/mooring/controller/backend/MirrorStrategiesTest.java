package dev.mooring.controller.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the examples of single drivers do not show. */
class MirrorStrategiesTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/backends");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "storageos: {volumeName: x}",
                "glusterfs: {endpoints: e, path: /p}",
                "rbd: {image: i, monitors: [m]}"
            })
    void sourcesOfKubernetesThatAreNotInTheTableAreRefused(String source) {
        assertThat(judge(source))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.DRIVER_UNKNOWN));
    }

    @Test
    void aDriverThatOnlyEndsLikeAKnownOneIsUnknown() {
        assertThat(judge("csi: {driver: evilcephfs.csi.ceph.com, volumeHandle: h}"))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.DRIVER_UNKNOWN));
    }

    @Test
    void aHandleIsTheSuffixAloneWhereBothAreTooLongTogether() {
        var origin = new CSIPersistentVolumeSourceBuilder()
                .withVolumeHandle("h".repeat(100))
                .build();

        assertThat(CsiCopy.ownHandle(origin, "s".repeat(27))).hasSize(128);
        assertThat(CsiCopy.ownHandle(origin, "s".repeat(28))).isEqualTo("s".repeat(28));
    }

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void everyReasonIsAWordThatConditionsTake(RefusalReason reason) {
        assertThat(reason.label()).matches("[A-Z][A-Za-z]+");
    }

    @Test
    void everyRowOfTheTableHasAnExampleAndALineInTheDocumentation() throws Exception {
        var documentation = Files.readString(Path.of("../docs/backends.md"));

        assertThat(MirrorStrategies.rows()).isNotEmpty().allSatisfy(driver -> {
            assertThat(EXAMPLES.resolve(driver)).isDirectory();
            assertThat(documentation).contains("`" + driver + "`");
        });
    }

    private static Verdict judge(String source) {
        var volume = Serialization.unmarshal(
                "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: pv}\nspec: {accessModes: [ReadWriteMany], "
                        + source + "}",
                PersistentVolume.class);
        return new MirrorStrategies(new BackendSettings(true, null, Map.of())).judge(volume, AccessMode.READ_ONLY);
    }
}
