package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeStatus;
import dev.mooring.model.Phase;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import org.junit.jupiter.api.Test;

/** What is said of data volumes while nobody takes care of claims, as when kube-controller-manager is away. */
@WithCluster(controllerManager = false, exclusive = true)
class UnboundDataVolumesIT extends InstalledIT {
    UnboundDataVolumesIT(TestCluster cluster) {
        super(cluster, "unbound");
    }

    @Test
    void aDataVolumeIsCreatingUntilTheVolumeOfItsBoundClaimIsSeen() {
        mooring.readyProject("unbound", "unseen");
        var claim = boundClaimWithoutVolume("unseen");
        var volume = mooring.dataVolume("unseen", "imagenet", "data");
        awaitMissingVolume(volume, Phase.CREATING);

        mooring.volume("origin-unseen", claim, Storage.hostPath("unseen"));
        mooring.awaitReason(volume, "Ready");
    }

    @Test
    void aDataVolumeThatWasReadyIsNotReadyAsSoonAsItsVolumeIsGone() {
        mooring.readyProject("unbound", "unmade");
        mooring.volume("origin-unmade", boundClaimWithoutVolume("unmade"), Storage.hostPath("unmade"));
        var volume = mooring.dataVolume("unmade", "imagenet", "data");
        mooring.awaitReason(volume, "Ready");
        mooring.removeVolume("origin-unmade");

        awaitMissingVolume(volume, Phase.NOT_READY);
    }

    private void awaitMissingVolume(DataVolume volume, Phase phase) {
        mooring.awaitReason(volume, "VolumeMissing");
        assertThat(mooring.fresh(volume).getStatus())
                .extracting(DataVolumeStatus::phase)
                .isEqualTo(phase);
    }

    /** Makes a claim that says it is bound to {@code origin-<namespace>}. */
    private PersistentVolumeClaim boundClaimWithoutVolume(String namespace) {
        var claim = admin.resource(new PersistentVolumeClaimBuilder(Unmade.claim(namespace, "data"))
                        .editSpec()
                        .withVolumeName("origin-" + namespace)
                        .endSpec()
                        .build())
                .create();
        return admin.resource(claim).editStatus(found -> {
            found.getStatus().setPhase("Bound");
            return found;
        });
    }
}
