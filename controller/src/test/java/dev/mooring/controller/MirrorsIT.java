package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeStatus;
import dev.mooring.model.MirrorMode;
import dev.mooring.model.Phase;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The life of mirrors, on a real API server with the real binder and pvc-protection. Each test has projects of its own. */
@WithCluster
class MirrorsIT extends InstalledIT {
    MirrorsIT(TestCluster cluster) {
        super(cluster, "mirrors");
    }

    @Test
    void theFirstConsumerGetsAMirrorThatIsBoundAndReadOnly() {
        var volume = mooring.readyDataVolume("mirrors", "first-origin");
        mooring.readyProject("mirrors", "first-user");
        mooring.shareWithProject(volume, "first-user");
        mooring.pod("first-user", "train", "dv.first-origin.imagenet", null);

        var claim = mooring.boundMirror("first-user", "dv.first-origin.imagenet");
        var spec = mooring.volumeOf(claim).getSpec();
        assertThat(spec.getAccessModes()).containsExactly("ReadOnlyMany");
        assertThat(spec.getPersistentVolumeReclaimPolicy()).isEqualTo("Retain");
        assertThat(spec.getHostPath().getPath()).isEqualTo("/tmp/first-origin");
        assertThat(claim.getStatus().getCapacity().get("storage")).hasToString("5Gi");
    }

    @Test
    void aMirrorIsBoundSoonAfterItsFirstConsumer() {
        var volume = mooring.readyDataVolume("mirrors", "fast-origin");
        mooring.share(volume, ScopeKind.DEPARTMENT, "mirrors", "department-mirrors", Access.READ_ONLY, null);
        var took = new ArrayList<Duration>();
        for (int i = 0; i < 20; i++) {
            mooring.readyProject("mirrors", "fast-" + i);
        }
        for (int i = 0; i < 20; i++) {
            took.add(timeToBind("fast-" + i, "dv.fast-origin.imagenet"));
        }

        took.sort(null);
        System.out.printf(
                "pod created to mirror bound, 20 projects: p50 %d ms, p99 %d ms%n",
                took.get(took.size() / 2).toMillis(), took.getLast().toMillis());
        assertThat(took).hasSize(20);
    }

    private Duration timeToBind(String project, String claim) {
        var pod = mooring.pod(project, "train", claim, null);
        var start = Instant.now();
        mooring.boundMirror(project, claim);
        assertThat(pod.getMetadata().getUid()).isNotNull();
        return Duration.between(start, Instant.now());
    }

    @Test
    void aShareThatAsksForItsMirrorAtOnceNeedsNoPod() {
        mooring.readyProject("mirrors", "eager-user");
        mooring.readyProject("mirrors", "eager-origin");
        var volume = mooring.dataVolume("eager-origin", "imagenet", "data");
        var share = mooring.unmadeShare(
                volume, ScopeKind.PROJECT, "eager-user", "eager-user", Access.READ_ONLY, MirrorMode.ALWAYS, null);
        admin.resource(share).create();
        mooring.boundClaim("eager-origin");

        var claim = mooring.boundMirror("eager-user", "dv.eager-origin.imagenet");
        admin.resource(share).delete();
        mooring.eventually(() -> mooring.isGone(claim));
    }

    @Test
    void aMirrorIsWhereTheDataIs() {
        mooring.readyProject("mirrors", "zonal-origin");
        mooring.boundClaim(
                "zonal-origin",
                new PersistentVolumeBuilder()
                        .withNewSpec()
                        .withNewLocal("ext4", "/mnt/data")
                        .withNewNodeAffinity()
                        .withNewRequired()
                        .addNewNodeSelectorTerm()
                        .addNewMatchExpression()
                        .withKey("kubernetes.io/hostname")
                        .withOperator("In")
                        .withValues("node-7")
                        .endMatchExpression()
                        .endNodeSelectorTerm()
                        .endRequired()
                        .endNodeAffinity()
                        .endSpec()
                        .build());
        var volume = mooring.dataVolume("zonal-origin", "imagenet", "data");
        mooring.awaitReason(volume, "Ready");
        mooring.readyProject("mirrors", "zonal-user");
        mooring.shareWithProject(volume, "zonal-user");
        mooring.pod("zonal-user", "train", "dv.zonal-origin.imagenet", null);

        var mirror = mooring.volumeOf(mooring.boundMirror("zonal-user", "dv.zonal-origin.imagenet"));
        var origin = mooring.findVolume("origin-zonal-origin");
        assertThat(mirror.getSpec().getNodeAffinity())
                .isEqualTo(origin == null ? null : origin.getSpec().getNodeAffinity());
        assertThat(mirror.getSpec().getLocal())
                .isEqualTo(origin == null ? null : origin.getSpec().getLocal());
    }

    @Test
    void aMirrorForWritingNeedsAShareForWriting() {
        var volume = mooring.readyDataVolume("mirrors", "written-origin");
        mooring.readyProject("mirrors", "reader");
        mooring.readyProject("mirrors", "writer");
        mooring.shareWithProject(volume, "reader");
        mooring.share(volume, ScopeKind.PROJECT, "writer", "writer", Access.READ_WRITE, null);
        mooring.pod("reader", "train", "dvrw.written-origin.imagenet", null);
        mooring.pod("writer", "train", "dvrw.written-origin.imagenet", null);

        var claim = mooring.boundMirror("writer", "dvrw.written-origin.imagenet");
        assertThat(mooring.volumeOf(claim).getSpec().getAccessModes()).containsExactly("ReadWriteMany");
        mooring.always(() -> mooring.findClaim("reader", "dvrw.written-origin.imagenet") == null);
    }

    @Test
    void whoeverIsNotSharedWithGetsNoMirrorUntilItIs() {
        var volume = mooring.readyDataVolume("mirrors", "kept-origin");
        mooring.readyProject("mirrors", "outsider");
        mooring.pod("outsider", "train", "dv.kept-origin.imagenet", null);
        mooring.always(() -> mooring.findClaim("outsider", "dv.kept-origin.imagenet") == null);

        mooring.shareWithProject(volume, "outsider");
        mooring.boundMirror("outsider", "dv.kept-origin.imagenet");
    }

    @Test
    void aMirrorGoesWithItsShare() {
        var volume = mooring.readyDataVolume("mirrors", "revoked-origin");
        mooring.readyProject("mirrors", "revoked-user");
        var share = mooring.shareWithProject(volume, "revoked-user");
        mooring.pod("revoked-user", "train", "dv.revoked-origin.imagenet", null);
        var claim = mooring.boundMirror("revoked-user", "dv.revoked-origin.imagenet");
        var mirror = mooring.volumeOf(claim);
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(claim) && mooring.isGone(mirror));
        assertThat(mooring.findVolume("origin-revoked-origin")).isNotNull();
        assertThat(mooring.findClaim("revoked-origin", "data")).isNotNull();
    }

    @Test
    void aMirrorStaysAsLongAsAnotherShareCoversTheProject() {
        var volume = mooring.readyDataVolume("mirrors", "covered-origin");
        mooring.readyProject("mirrors", "covered-user");
        var share = mooring.shareWithProject(volume, "covered-user");
        mooring.share(volume, ScopeKind.DEPARTMENT, "mirrors", "department-mirrors", Access.READ_ONLY, null);
        mooring.pod("covered-user", "train", "dv.covered-origin.imagenet", null);
        var claim = mooring.boundMirror("covered-user", "dv.covered-origin.imagenet");
        admin.resource(share).delete();

        mooring.always(() -> !mooring.isGone(claim) && !mooring.fresh(claim).isMarkedForDeletion());
    }

    @Test
    void aMirrorGoesWhenItsShareExpires() {
        var volume = mooring.readyDataVolume("mirrors", "brief-origin");
        mooring.readyProject("mirrors", "brief-user");
        var end = Instant.now().plusSeconds(4).toString();
        var share = mooring.share(volume, ScopeKind.PROJECT, "brief-user", "brief-user", Access.READ_ONLY, end);
        mooring.pod("brief-user", "train", "dv.brief-origin.imagenet", null);
        var claim = mooring.boundMirror("brief-user", "dv.brief-origin.imagenet");

        mooring.eventually(() -> mooring.isGone(claim));
        mooring.awaitReason(share, "Expired");
    }

    @Test
    void aPodThatRunsKeepsItsMirrorToItsEnd() {
        var volume = mooring.readyDataVolume("mirrors", "running-origin");
        mooring.readyProject("mirrors", "running-user");
        var share = mooring.shareWithProject(volume, "running-user");
        var pod = mooring.pod("running-user", "train", "dv.running-origin.imagenet", node);
        var claim = mooring.boundMirror("running-user", "dv.running-origin.imagenet");
        var mirror = mooring.volumeOf(claim);
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.fresh(claim).isMarkedForDeletion());
        mooring.always(() -> !mooring.isGone(claim) && !mooring.isGone(mirror));
        mooring.deleteAtOnce(pod);
        mooring.eventually(() -> mooring.isGone(claim) && mooring.isGone(mirror));
    }

    @Test
    void aMirrorThatIsBeingDeletedNamesThePodsThatKeepIt() {
        var volume = mooring.readyDataVolume("mirrors", "held-origin");
        mooring.readyProject("mirrors", "held-user");
        var share = mooring.shareWithProject(volume, "held-user");
        var first = mooring.pod("held-user", "train-1", "dv.held-origin.imagenet", node);
        var second = mooring.pod("held-user", "train-2", "dv.held-origin.imagenet", node);
        mooring.pod("held-user", "waiting", "dv.held-origin.imagenet", null);
        var claim = mooring.boundMirror("held-user", "dv.held-origin.imagenet");
        admin.resource(share).delete();

        mooring.eventually(() -> "train-1, train-2".equals(heldBy(mooring.fresh(claim))));
        mooring.deleteAtOnce(first);
        mooring.eventually(() -> "train-2".equals(heldBy(mooring.fresh(claim))));
        mooring.deleteAtOnce(second);
        mooring.eventually(() -> mooring.isGone(claim));
    }

    private static @Nullable String heldBy(PersistentVolumeClaim claim) {
        return claim.getMetadata().getAnnotations().get("mooring.dev/held-by");
    }

    @Test
    void aMirrorForWritingGoesWhenItsShareIsLoweredAndTheOneForReadingStays() {
        var volume = mooring.readyDataVolume("mirrors", "lowered-origin");
        mooring.readyProject("mirrors", "lowered-user");
        var share = mooring.share(volume, ScopeKind.PROJECT, "lowered-user", "lowered-user", Access.READ_WRITE, null);
        mooring.pod("lowered-user", "write", "dvrw.lowered-origin.imagenet", null);
        mooring.pod("lowered-user", "read", "dv.lowered-origin.imagenet", null);
        var forWriting = mooring.boundMirror("lowered-user", "dvrw.lowered-origin.imagenet");
        var forReading = mooring.boundMirror("lowered-user", "dv.lowered-origin.imagenet");
        admin.resource(share).patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"access\": \"ReadOnly\"}}");

        mooring.eventually(() -> mooring.isGone(forWriting));
        mooring.always(() -> !mooring.isGone(forReading));
    }

    @Test
    void aRenewedShareGetsANewMirrorOnceTheOldOneIsGone() {
        var volume = mooring.readyDataVolume("mirrors", "renewed-origin");
        mooring.readyProject("mirrors", "renewed-user");
        var share = mooring.shareWithProject(volume, "renewed-user");
        var pod = mooring.pod("renewed-user", "train", "dv.renewed-origin.imagenet", node);
        var first = mooring.boundMirror("renewed-user", "dv.renewed-origin.imagenet");
        admin.resource(share).delete();
        mooring.eventually(() -> mooring.fresh(first).isMarkedForDeletion() && mooring.isGone(share));
        mooring.shareWithProject(volume, "renewed-user");
        mooring.pod("renewed-user", "next", "dv.renewed-origin.imagenet", null);
        mooring.deleteAtOnce(pod);

        mooring.eventually(() -> mooring.isGone(first));
        assertThat(mooring.boundMirror("renewed-user", "dv.renewed-origin.imagenet")
                        .getMetadata()
                        .getUid())
                .isNotEqualTo(first.getMetadata().getUid());
    }

    @Test
    void mirrorsGoBeforeTheirDataVolumeAndTheDataStays() {
        var volume = mooring.readyDataVolume("mirrors", "closed-origin");
        mooring.readyProject("mirrors", "closed-user");
        mooring.shareWithProject(volume, "closed-user");
        var pod = mooring.pod("closed-user", "train", "dv.closed-origin.imagenet", node);
        var claim = mooring.boundMirror("closed-user", "dv.closed-origin.imagenet");
        mooring.deleteInUse(volume);

        mooring.awaitReason(volume, "MirrorsRemain");
        assertThat(mooring.fresh(volume).getStatus())
                .extracting(DataVolumeStatus::phase)
                .isEqualTo(Phase.DELETING);
        assertThat(retained("origin-closed-origin")).isTrue();
        mooring.deleteAtOnce(pod);
        mooring.eventually(() -> mooring.isGone(claim) && mooring.isGone(volume));
        assertThat(mooring.findClaim("closed-origin", "data")).isNotNull();
    }

    @Test
    void aDataVolumeThatWasMadeAgainInheritsNoMirror() {
        var volume = mooring.readyDataVolume("mirrors", "second-origin");
        mooring.readyProject("mirrors", "second-user");
        mooring.shareWithProject(volume, "second-user");
        mooring.pod("second-user", "train", "dv.second-origin.imagenet", null);
        var claim = mooring.boundMirror("second-user", "dv.second-origin.imagenet");
        mooring.deleteInUse(volume);
        mooring.eventually(() -> mooring.isGone(volume));
        var second = mooring.dataVolume("second-origin", "imagenet", "data");
        mooring.awaitReason(second, "Ready");

        mooring.eventually(() -> mooring.isGone(claim));
        mooring.always(() -> mooring.findClaim("second-user", "dv.second-origin.imagenet") == null);
    }

    @Test
    void aProjectThatWasMadeAgainInheritsNoMirror() {
        var volume = mooring.readyDataVolume("mirrors", "third-origin");
        var project = mooring.readyProject("mirrors", "third-user");
        mooring.shareWithProject(volume, "third-user");
        mooring.pod("third-user", "train", "dv.third-origin.imagenet", null);
        var mirror = mooring.volumeOf(mooring.boundMirror("third-user", "dv.third-origin.imagenet"));
        admin.resource(project).delete();
        admin.namespaces().withName("third-user").delete();
        mooring.eventually(() -> mooring.isGone(project) && mooring.namespace("third-user") == null);
        mooring.readyProject("mirrors", "third-user");
        mooring.pod("third-user", "train", "dv.third-origin.imagenet", null);

        mooring.eventually(() -> mooring.isGone(mirror));
        mooring.always(() -> mooring.findClaim("third-user", "dv.third-origin.imagenet") == null);
    }

    @Test
    void aProjectThatIsDeletedLosesItsMirrorsAndKeepsItsData() {
        var volume = mooring.readyDataVolume("mirrors", "fourth-origin");
        var project = mooring.readyProject("mirrors", "fourth-user");
        mooring.shareWithProject(volume, "fourth-user");
        var own = mooring.boundClaim("fourth-user");
        mooring.pod("fourth-user", "train", "dv.fourth-origin.imagenet", null);
        var claim = mooring.boundMirror("fourth-user", "dv.fourth-origin.imagenet");
        admin.resource(project).delete();

        mooring.eventually(() -> mooring.isGone(claim));
        assertThat(mooring.isGone(own)).isFalse();
    }

    @Test
    void aForeignClaimOfAMirrorsNameIsToldAndNeverTouched() {
        var volume = mooring.readyDataVolume("mirrors", "squatted-origin");
        mooring.readyProject("mirrors", "squatter");
        var squatted = mooring.claim("squatter", "dv.squatted-origin.imagenet");
        mooring.shareWithProject(volume, "squatter");
        mooring.pod("squatter", "train", "dv.squatted-origin.imagenet", null);

        mooring.eventually(() -> eventsAbout(squatted).contains("MirrorNameTaken"));
        assertThat(mooring.fresh(squatted).getMetadata().getUid())
                .isEqualTo(squatted.getMetadata().getUid());

        admin.resource(squatted).delete();
        mooring.boundMirror("squatter", "dv.squatted-origin.imagenet");
    }

    @Test
    void aClaimThatACrashLeftWithoutVolumeIsCompleted() {
        var volume = mooring.readyDataVolume("mirrors", "crashed-origin");
        mooring.readyProject("mirrors", "crashed-user");
        mooring.shareWithProject(volume, "crashed-user");
        mooring.pod("crashed-user", "train", "dv.crashed-origin.imagenet", null);
        var whole = mooring.boundMirror("crashed-user", "dv.crashed-origin.imagenet");
        mooring.stopController();
        var half = withoutVolume(whole);
        mooring.startController();

        assertThat(mooring.boundMirror("crashed-user", "dv.crashed-origin.imagenet")
                        .getMetadata()
                        .getUid())
                .isEqualTo(half.getMetadata().getUid());
    }

    /** Puts in place of a mirror what there would be of it, had the controller died between claim and volume. */
    private PersistentVolumeClaim withoutVolume(PersistentVolumeClaim whole) {
        var mirror = mooring.volumeOf(whole);
        admin.resource(whole).delete();
        mooring.eventually(() -> mooring.isGone(whole));
        admin.resource(mirror).delete();
        mooring.eventually(() -> mooring.isGone(mirror));
        whole.getSpec().setVolumeName(null);
        whole.getMetadata().setResourceVersion(null);
        whole.getMetadata().setUid(null);
        whole.getMetadata().setAnnotations(null);
        whole.setStatus(null);
        return mooring.account().resource(whole).create();
    }

    @Test
    void whatWasRevokedWhileTheControllerWasAwayIsGoneAfterwards() {
        DataVolume volume = mooring.readyDataVolume("mirrors", "away-origin");
        mooring.readyProject("mirrors", "away-user");
        var share = mooring.shareWithProject(volume, "away-user");
        var pod = mooring.pod("away-user", "train", "dv.away-origin.imagenet", null);
        var claim = mooring.boundMirror("away-user", "dv.away-origin.imagenet");
        var mirror = mooring.volumeOf(claim);
        mooring.stopController();
        admin.resource(share).delete();
        mooring.deleteAtOnce(pod);
        mooring.eventually(() -> mooring.isGone(pod));
        mooring.startController();

        mooring.eventually(() -> mooring.isGone(claim) && mooring.isGone(mirror));
    }

    private boolean retained(String volume) {
        var found = mooring.findVolume(volume);
        return found != null && "Retain".equals(found.getSpec().getPersistentVolumeReclaimPolicy());
    }

    private List<String> eventsAbout(PersistentVolumeClaim claim) {
        return admin.events().v1().events().inNamespace(claim.getMetadata().getNamespace()).list().getItems().stream()
                .filter(event ->
                        claim.getMetadata().getUid().equals(event.getRegarding().getUid()))
                .map(event -> event.getReason())
                .toList();
    }
}
