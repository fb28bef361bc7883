package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeStatus;
import dev.mooring.model.Phase;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of data volumes over storage that cannot be shared as it is. Each test has projects of its own. */
@WithCluster
class RefusedBackendsIT extends InstalledIT {
    RefusedBackendsIT(TestCluster cluster) {
        super(cluster, "refused");
    }

    @Test
    void aDataVolumeOverABlockDeviceIsNotReadyAndSaysWhatToDoInstead() {
        var volume = over("refused-block", "ebs.csi.aws.com");
        mooring.awaitReason(volume, "SingleWriterStorage");

        assertThat(mooring.fresh(volume).getStatus())
                .extracting(DataVolumeStatus::phase)
                .isEqualTo(Phase.NOT_READY);
        assertThat(mooring.ready(volume))
                .extracting(Condition::getStatus, Condition::getMessage)
                .containsExactly(
                        "False",
                        "storage of \"ebs.csi.aws.com\" is a block device that one node may write; copy the data to a claim of"
                                + " efs.csi.aws.com or fsx.csi.aws.com");
    }

    @Test
    void aDataVolumeIsReadyOnceAnAdministratorVouchesForItsDriver() {
        var volume = over("refused-unknown", "files.example.com");
        mooring.awaitReason(volume, "DriverUnknown");
        assertThat(mooring.ready(volume))
                .extracting(Condition::getMessage)
                .asString()
                .endsWith("or have an administrator vouch for the driver in the chart value drivers.additional"
                        + " (MOORING_ADDITIONAL_DRIVERS of the controller)");

        mooring.stopController();
        mooring.startController(Map.of("MOORING_ADDITIONAL_DRIVERS", "files.example.com=same-handle"));
        mooring.awaitReason(volume, "Ready");
    }

    @Test
    void aDataVolumeIsReadyOnceItsVolumeIsForMoreThanOnePod() {
        var volume = forOnePod("refused-one-pod");
        mooring.awaitReason(volume, "SinglePodVolume");

        openToMany("refused-one-pod");
        mooring.awaitReason(volume, "Ready");
    }

    @Test
    void thoseWhomItIsSharedWithGetItOnceItIsReady() {
        var volume = forOnePod("refused-shared");
        mooring.readyProject("refused", "refused-reader");
        var share = mooring.shareWithProject(volume, "refused-reader");
        mooring.pod("refused-reader", "train", "dv.refused-shared.imagenet", null);
        mooring.awaitReason(share, "DataVolumeNotReady");

        openToMany("refused-shared");
        mooring.awaitReason(share, "Shared");
        mooring.boundMirror("refused-reader", "dv.refused-shared.imagenet");
    }

    private DataVolume over(String project, String driver) {
        mooring.readyProject("refused", project);
        mooring.boundClaim(project, csi(driver));
        return mooring.dataVolume(project, "imagenet", "data");
    }

    private DataVolume forOnePod(String project) {
        mooring.readyProject("refused", project);
        mooring.boundClaim(project, "ReadWriteOncePod");
        return mooring.dataVolume(project, "imagenet", "data");
    }

    private void openToMany(String project) {
        admin.persistentVolumes().withName("origin-" + project).edit(found -> {
            found.getSpec().setAccessModes(List.of("ReadWriteMany"));
            return found;
        });
    }

    private static PersistentVolume csi(String driver) {
        return new PersistentVolumeBuilder()
                .withNewSpec()
                .withNewCsi()
                .withDriver(driver)
                .withVolumeHandle("vol-1")
                .endCsi()
                .endSpec()
                .build();
    }
}
