package dev.mooring.controller.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendSettingsTest {
    private static final String WRONG_DRIVER =
            "it must be driver=same-handle or driver=suffix-handle, each driver once";

    @Test
    void allowsNothingByDefault() {
        assertThat(BackendSettings.from(Map.of())).isEqualTo(BackendSettings.STRICT);
    }

    @Test
    void readsEverySetting() {
        assertThat(BackendSettings.from(Map.of(
                        "MOORING_ALLOW_NODE_LOCAL", "true",
                        "MOORING_CEPHFS_NODE_SECRET", "rook-ceph/user",
                        "MOORING_ADDITIONAL_DRIVERS", "one.example=same-handle, two.example=suffix-handle,")))
                .isEqualTo(new BackendSettings(
                        true,
                        new NodeSecret("rook-ceph", "user"),
                        Map.of("one.example", HandleRule.SAME_HANDLE, "two.example", HandleRule.SUFFIX_HANDLE)));
    }

    @Test
    void refusesAFlagThatIsNone() {
        assertThatThrownBy(() -> BackendSettings.from(Map.of("MOORING_ALLOW_NODE_LOCAL", "yes")))
                .hasMessage("MOORING_ALLOW_NODE_LOCAL has \"yes\"; it must be true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "/user", "rook-ceph/", "a/b/c", "Rook/user"})
    void refusesASecretWithoutNamespaceAndName(String value) {
        assertThatThrownBy(() -> BackendSettings.from(Map.of("MOORING_CEPHFS_NODE_SECRET", value)))
                .hasMessage("MOORING_CEPHFS_NODE_SECRET has \"" + value + "\"; it must be the Secret's namespace/name");
    }

    @ParameterizedTest
    @CsvSource({
        "one.example, one.example",
        "one.example=copy, one.example=copy",
        "=same-handle, =same-handle",
        "'one.example=same-handle,one.example=suffix-handle', one.example=suffix-handle"
    })
    void refusesADriverWithoutARule(String list, String wrong) {
        assertThatThrownBy(() -> BackendSettings.from(Map.of("MOORING_ADDITIONAL_DRIVERS", list)))
                .hasMessage("MOORING_ADDITIONAL_DRIVERS has \"" + wrong + "\"; " + WRONG_DRIVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nfs.csi.k8s.io",
                "ebs.csi.aws.com",
                "csi.trident.netapp.io",
                "rook-ceph.rbd.csi.ceph.com",
                "hostPath"
            })
    void refusesToVouchForADriverOfWhichMoreIsKnown(String driver) {
        assertThatThrownBy(() -> BackendSettings.from(Map.of("MOORING_ADDITIONAL_DRIVERS", driver + "=same-handle")))
                .hasMessage("MOORING_ADDITIONAL_DRIVERS has \"" + driver
                        + "\"; this driver is known already; leave it out");
    }
}
