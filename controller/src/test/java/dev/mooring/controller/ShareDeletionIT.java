package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When the deletion of a share returns. Each test has projects of its own. */
@WithCluster
class ShareDeletionIT extends InstalledIT {
    private static final Duration UNTIL_IN_FORCE = Duration.ofMillis(2500);

    ShareDeletionIT(TestCluster cluster) {
        super(cluster, "farewell");
    }

    @Test
    void itReturnsWhenTheRevocationIsInForceEverywhere() {
        var share = share("farewell-plain");
        var start = System.nanoTime();
        admin.resource(share).delete();

        assertThat(untilGone(share, start)).isGreaterThanOrEqualTo(UNTIL_IN_FORCE);
    }

    @Test
    void aControllerThatStartsCountsFromWhenItSawTheDeletion() {
        var share = share("farewell-restart");
        mooring.stopController();
        admin.resource(share).delete();
        mooring.always(() -> !mooring.isGone(share));
        var start = System.nanoTime();
        mooring.startController();

        assertThat(untilGone(share, start)).isGreaterThanOrEqualTo(UNTIL_IN_FORCE);
    }

    @Test
    void aNamespaceThatIsBeingDeletedGoesWithItsShares() {
        var share = share("farewell-ending");
        var namespace = mooring.namespace("farewell-ending");
        admin.resource(namespace).delete();

        mooring.eventually(() -> mooring.isGone(share) && mooring.isGone(namespace));
    }

    @Test
    void aShareThatFollowsItsDataVolumeGoesToo() {
        var share = share("farewell-volume");
        var volume = admin.resources(DataVolume.class)
                .inNamespace("farewell-volume")
                .withName("imagenet")
                .get();
        var start = System.nanoTime();
        admin.resource(volume).delete();

        assertThat(untilGone(share, start)).isGreaterThanOrEqualTo(UNTIL_IN_FORCE);
    }

    private DataVolumeShare share(String origin) {
        var volume = mooring.readyDataVolume("farewell", origin);
        mooring.readyProject("farewell", origin + "-user");
        var share = mooring.shareWithProject(volume, origin + "-user");
        mooring.awaitReason(share, "Shared");
        return share;
    }

    private Duration untilGone(HasMetadata share, long start) {
        mooring.eventually(() -> mooring.isGone(share));
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
