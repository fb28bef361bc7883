package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Controllers that die after few writes, one after another: what one leaves half done the next completes. */
@WithCluster
class CrashIT extends InstalledIT {
    private static final int ENOUGH_LIVES = 60;

    CrashIT(TestCluster cluster) {
        super(cluster, "crash");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aMirrorIsMadeAndRemovedByControllersThatDieAfterEachFewWrites(int writes) {
        var origin = "crash-origin-" + writes;
        var user = "crash-user-" + writes;
        var mirror = "dv." + origin + ".imagenet";
        mooring.readyProject("crash", origin);
        mooring.readyProject("crash", user);
        mooring.boundClaim(origin);
        mooring.stopController();
        try {
            var volume = mooring.dataVolume(origin, "imagenet", "data");
            var share = mooring.shareWithProject(volume, user);
            var pod = mooring.pod(user, "train", mirror, null);

            untilDone(writes, () -> isBound(user, mirror) && isReady(volume));
            assertThat(policy(origin)).isEqualTo("Retain");

            unmake(volume, share, pod);
            untilDone(writes, () -> mooring.findClaim(user, mirror) == null && mooring.isGone(volume));
            untilDone(writes, () -> mirrorVolumes(origin) == 0);
            assertThat(policy(origin)).isEqualTo("Delete");
            assertThat(mooring.findClaim(origin, "data"))
                    .extracting(claim -> claim.getMetadata().getLabels().get("mooring.dev/data-volume"))
                    .isNull();
        } finally {
            mooring.startController();
        }
    }

    private void unmake(DataVolume volume, DataVolumeShare share, Pod pod) {
        mooring.deleteAtOnce(pod);
        admin.resource(share).delete();
        mooring.deleteInUse(volume);
    }

    /** Starts controllers, each when the one before it has died, until the world is what it should be. */
    private void untilDone(int writes, BooleanSupplier done) {
        for (int life = 0; life < ENOUGH_LIVES && !done.getAsBoolean(); life++) {
            live(new DeadlyWrites(writes), done);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    private void live(DeadlyWrites writes, BooleanSupplier done) {
        try (var client = mooring.accountSeenBy(writes);
                var controller = mooring.start(client)) {
            assertThat(controller).isNotNull();
            mooring.eventually(() -> writes.isDead() || done.getAsBoolean());
        }
    }

    private boolean isBound(String namespace, String name) {
        var claim = mooring.findClaim(namespace, name);
        return claim != null && "Bound".equals(claim.getStatus().getPhase());
    }

    private boolean isReady(DataVolume volume) {
        var ready = mooring.ready(volume);
        return ready != null && "Ready".equals(ready.getReason());
    }

    private String policy(String origin) {
        var volume = mooring.findVolume("origin-" + origin);
        return volume == null ? "none" : volume.getSpec().getPersistentVolumeReclaimPolicy();
    }

    private int mirrorVolumes(String origin) {
        return admin.persistentVolumes()
                .withLabel("mooring.dev/origin-project", origin)
                .list()
                .getItems()
                .size();
    }
}
