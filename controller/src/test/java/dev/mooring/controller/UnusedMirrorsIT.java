package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.model.Access;
import dev.mooring.model.MirrorMode;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of mirrors that no pod uses, with a patience of three seconds. Each test has projects of its own. */
@WithCluster
class UnusedMirrorsIT extends InstalledIT {
    UnusedMirrorsIT(TestCluster cluster) {
        super(cluster, "unused", Map.of("MOORING_MIRROR_GRACE", "3s"));
    }

    @Test
    void aMirrorThatNobodyUsesGoesAndTheNextPodGetsANewOne() {
        var volume = mooring.readyDataVolume("unused", "unused-left-origin");
        mooring.readyProject("unused", "unused-left-user");
        mooring.shareWithProject(volume, "unused-left-user");
        var pod = mooring.pod("unused-left-user", "train", "dv.unused-left-origin.imagenet", null);
        var first = mooring.boundMirror("unused-left-user", "dv.unused-left-origin.imagenet");
        var mirror = mooring.volumeOf(first);
        mooring.deleteAtOnce(pod);

        mooring.eventually(() -> mooring.isGone(first) && mooring.isGone(mirror));
        mooring.pod("unused-left-user", "next", "dv.unused-left-origin.imagenet", null);
        assertThat(mooring.boundMirror("unused-left-user", "dv.unused-left-origin.imagenet")
                        .getMetadata()
                        .getUid())
                .isNotEqualTo(first.getMetadata().getUid());
    }

    @Test
    void aMirrorThatIsUsedAgainInTimeStays() {
        var volume = mooring.readyDataVolume("unused", "unused-again-origin");
        mooring.readyProject("unused", "unused-again-user");
        mooring.shareWithProject(volume, "unused-again-user");
        var pod = mooring.pod("unused-again-user", "train", "dv.unused-again-origin.imagenet", null);
        var claim = mooring.boundMirror("unused-again-user", "dv.unused-again-origin.imagenet");
        mooring.deleteAtOnce(pod);
        mooring.eventually(
                () -> mooring.fresh(claim).getMetadata().getAnnotations().containsKey("mooring.dev/unused-since"));
        mooring.pod("unused-again-user", "next", "dv.unused-again-origin.imagenet", null);

        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(30))
                .until(() -> !mooring.fresh(claim).isMarkedForDeletion());
    }

    @Test
    void aMirrorThatAShareAsksForNeedsNoPodToStay() {
        var volume = mooring.readyDataVolume("unused", "unused-eager-origin");
        mooring.readyProject("unused", "unused-eager-user");
        admin.resource(mooring.unmadeShare(
                        volume,
                        ScopeKind.PROJECT,
                        "unused-eager-user",
                        "unused-eager-user",
                        Access.READ_ONLY,
                        MirrorMode.ALWAYS,
                        null))
                .create();
        var claim = mooring.boundMirror("unused-eager-user", "dv.unused-eager-origin.imagenet");

        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(30))
                .until(() -> !mooring.fresh(claim).isMarkedForDeletion());
    }

    @Test
    void aControllerThatStartsKnowsForHowLongAMirrorWasUnused() {
        var volume = mooring.readyDataVolume("unused", "unused-away-origin");
        mooring.readyProject("unused", "unused-away-user");
        mooring.shareWithProject(volume, "unused-away-user");
        var pod = mooring.pod("unused-away-user", "train", "dv.unused-away-origin.imagenet", null);
        var claim = mooring.boundMirror("unused-away-user", "dv.unused-away-origin.imagenet");
        mooring.deleteAtOnce(pod);
        mooring.eventually(
                () -> mooring.fresh(claim).getMetadata().getAnnotations().containsKey("mooring.dev/unused-since"));
        mooring.stopController();
        mooring.startController();

        mooring.eventually(() -> mooring.isGone(claim));
    }
}
