package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.model.Access;
import dev.mooring.model.ConsumingProject;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeStatus;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.AuditEvent;
import dev.mooring.testcluster.AuditLog;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What data volumes and shares say of how much they are used, whatever happens. Each test has projects of its own. */
@WithCluster
class CountsIT extends InstalledIT {
    private static final Set<String> WRITES = Set.of("create", "update", "patch", "delete");

    private final TestCluster cluster;

    CountsIT(TestCluster cluster) {
        super(cluster, "tally");
        this.cluster = cluster;
    }

    @Test
    void aShareSaysHowFarItReaches() {
        var volume = mooring.readyDataVolume("tally", "reaching");
        mooring.readyDepartment("readers");
        var share =
                mooring.share(volume, ScopeKind.DEPARTMENT, "readers", "department-readers", Access.READ_ONLY, null);
        mooring.awaitReason(share, "ReachesNobody");

        mooring.readyProject("readers", "readers-one");
        mooring.readyProject("readers", "readers-two");
        mooring.pod("readers-one", "train", "dv.reaching.imagenet", null);
        mooring.eventually(() -> mooring.counts(share).equals(List.of(2, 1, 1)));
        mooring.awaitReason(share, "Shared");
        mooring.eventually(() -> mooring.counts(volume).equals(List.of(1, 1, 1)));
    }

    @Test
    void aShareWithTheClusterReachesProjectsThatComeLater() {
        var volume = mooring.readyDataVolume("tally", "everybodys");
        var share = mooring.share(volume, ScopeKind.CLUSTER, null, Installation.CLUSTER_SCOPE, Access.READ_ONLY, null);
        mooring.awaitReason(share, "Shared");
        mooring.readyProject("tally", "latecomer");
        mooring.pod("latecomer", "train", "dv.everybodys.imagenet", null);

        mooring.eventually(() -> mooring.counts(share).subList(1, 3).equals(List.of(1, 1)));
    }

    @Test
    void whoDeletesADataVolumeThatIsInUseIsToldWhereAndHowMuch() {
        var volume = sharedWith("in-use", "in-use-one", "in-use-two");
        pods("in-use", "in-use-one", 1);
        pods("in-use", "in-use-two", 2);
        mooring.eventually(() -> users(volume)
                .equals(List.of(new ConsumingProject("in-use-two", 2), new ConsumingProject("in-use-one", 1))));

        assertThatThrownBy(() -> admin.resource(volume).delete())
                .hasMessageContaining("data volume \"imagenet\" has 3 consumers (2 in in-use-two, 1 in in-use-one);");
    }

    @Test
    void aDataVolumeNamesTenOfTheProjectsThatUseItAndCountsTheOthers() {
        var volume = mooring.readyDataVolume("tally", "loved");
        mooring.share(volume, ScopeKind.DEPARTMENT, "tally", "department-tally", Access.READ_ONLY, null);
        for (int user = 10; user < 22; user++) {
            mooring.readyProject("tally", "loved-" + user);
            pods("loved", "loved-" + user, user == 21 ? 2 : 1);
        }

        mooring.eventually(() -> mooring.counts(volume).equals(List.of(1, 12, 13)));
        assertThat(users(volume))
                .hasSize(10)
                .startsWith(new ConsumingProject("loved-21", 2), new ConsumingProject("loved-10", 1));
        assertThat(mooring.fresh(volume).getStatus())
                .extracting(DataVolumeStatus::otherConsumingProjects)
                .isEqualTo(2);
    }

    @Test
    void aShareThatExpiresCountsNobodyAnyMoreThoughNothingIsWritten() {
        var volume = sharedWith("expiring", "expiring-user");
        var share = share(volume, "expiring-user");
        pods("expiring", "expiring-user", 1);
        mooring.eventually(() -> mooring.counts(share).equals(List.of(1, 1, 1)));
        var end = Instant.now().plusSeconds(3);
        patch(share, "{\"spec\": {\"expiresAt\": \"" + end + "\"}}");

        mooring.eventually(() -> mooring.counts(share).equals(List.of(0, 0, 0)));
        assertThat(Instant.now()).isAfter(end);
        mooring.awaitReason(share, "Expired");
        mooring.eventually(() -> mooring.counts(volume).equals(List.of(1, 0, 1)));
    }

    @Test
    void aShareThatIsLoweredCountsTheMirrorForWritingNoLonger() {
        var volume = mooring.readyDataVolume("tally", "narrowed");
        mooring.readyProject("tally", "narrowed-user");
        var share = mooring.share(volume, ScopeKind.PROJECT, "narrowed-user", "narrowed-user", Access.READ_WRITE, null);
        pods("narrowed", "narrowed-user", 1);
        var writer = mooring.pod("narrowed-user", "writer", "dvrw.narrowed.imagenet", null);
        mooring.eventually(() -> mooring.counts(share).equals(List.of(1, 2, 2)));
        mooring.eventually(() -> mooring.counts(volume).equals(List.of(1, 2, 2)));
        patch(share, "{\"spec\": {\"access\": \"ReadOnly\"}}");

        mooring.eventually(() -> mooring.counts(share).equals(List.of(1, 1, 2)));
        mooring.eventually(() -> mooring.counts(volume).equals(List.of(1, 1, 2)));
        mooring.deleteAtOnce(writer);
        mooring.eventually(() -> mooring.counts(share).equals(List.of(1, 1, 1)));
        mooring.eventually(() -> mooring.counts(volume).equals(List.of(1, 1, 1)));
    }

    @Test
    void aProjectThatMovesIsCountedByTheShareWithItsNewDepartmentOnly() {
        var volume = mooring.readyDataVolume("tally", "resettling");
        mooring.readyDepartment("tally-left");
        mooring.readyDepartment("tally-joined");
        var left = mooring.shareWithDepartment(volume, "tally-left");
        var joined = mooring.shareWithDepartment(volume, "tally-joined");
        var project = mooring.readyProject("tally-left", "resettling-user");
        pods("resettling", "resettling-user", 1);
        mooring.eventually(() -> mooring.counts(left).equals(List.of(1, 1, 1)));
        mooring.eventually(() -> mooring.counts(joined).equals(List.of(0, 0, 0)));
        mooring.move(project, "tally-joined");

        mooring.eventually(() -> mooring.counts(left).equals(List.of(0, 0, 0)));
        mooring.eventually(() -> mooring.counts(joined).equals(List.of(1, 1, 1)));
        mooring.eventually(() -> mooring.counts(volume).equals(List.of(2, 1, 1)));
    }

    @Test
    void aProjectThatMovesToWhereNothingIsSharedIsCountedByNoShare() {
        var volume = mooring.readyDataVolume("tally", "deserted");
        mooring.readyDepartment("tally-rich");
        mooring.readyDepartment("tally-poor");
        var share = mooring.shareWithDepartment(volume, "tally-rich");
        var project = mooring.readyProject("tally-rich", "deserted-user");
        var pod = pods("deserted", "deserted-user", 1).getFirst();
        mooring.eventually(() -> mooring.counts(volume).equals(List.of(1, 1, 1)));
        mooring.move(project, "tally-poor");

        mooring.eventually(() -> mooring.counts(share).equals(List.of(0, 0, 0)));
        mooring.eventually(() -> mooring.counts(volume).equals(List.of(1, 0, 1)));
        mooring.deleteAtOnce(pod);
        mooring.eventually(() -> mooring.counts(volume).equals(List.of(1, 0, 0)));
    }

    @Test
    void whatHappenedWhileTheControllerWasAwayIsCountedAfterwards() {
        var volume = sharedWith("away", "away-stays", "away-leaves");
        var staying = pods("away", "away-stays", 3);
        var leaving = pods("away", "away-leaves", 2);
        mooring.readyProject("tally", "away-comes");
        mooring.eventually(() -> mooring.counts(volume).equals(List.of(2, 2, 5)));
        var kept = share(volume, "away-stays");
        var revoked = share(volume, "away-leaves");

        mooring.stopController();
        mooring.deleteAtOnce(staying.get(0));
        finish(staying.get(1));
        leaving.forEach(mooring::deleteAtOnce);
        admin.resource(revoked).delete();
        var added = mooring.shareWithProject(volume, "away-comes");
        pods("away", "away-comes", 2);
        mooring.startController();

        mooring.eventually(() -> mooring.counts(volume).equals(List.of(2, 2, 3)));
        assertThat(users(volume))
                .containsExactly(new ConsumingProject("away-comes", 2), new ConsumingProject("away-stays", 1));
        mooring.eventually(() -> mooring.counts(kept).equals(List.of(1, 1, 1)));
        mooring.eventually(() -> mooring.counts(added).equals(List.of(1, 1, 2)));
        mooring.eventually(
                () -> mooring.isGone(revoked) && mooring.findClaim("away-leaves", "dv.away.imagenet") == null);
    }

    @Test
    void aProjectThatWasDeletedWhileTheControllerWasAwayIsNotCountedAfterwards() {
        var volume = mooring.readyDataVolume("tally", "shrinking");
        var share = mooring.share(volume, ScopeKind.DEPARTMENT, "tally", "department-tally", Access.READ_ONLY, null);
        mooring.readyProject("tally", "shrinking-stays");
        mooring.readyProject("tally", "shrinking-goes");
        pods("shrinking", "shrinking-stays", 1);
        pods("shrinking", "shrinking-goes", 1);
        mooring.eventually(() -> mooring.counts(volume).equals(List.of(1, 2, 2)));
        var namespace = mooring.namespace("shrinking-goes");

        mooring.stopController();
        admin.resource(namespace).delete();
        mooring.eventually(() -> mooring.isGone(namespace));
        mooring.startController();

        mooring.eventually(() -> mooring.counts(volume).equals(List.of(1, 1, 1)));
        assertThat(users(volume)).containsExactly(new ConsumingProject("shrinking-stays", 1));
        mooring.eventually(() -> mooring.counts(share).subList(1, 3).equals(List.of(1, 1)));
    }

    @Test
    void podsOfAnEarlierDataVolumeOfItsNameAreNotCounted() {
        var first = sharedWith("renamed", "renamed-user");
        var old = mooring.pod("renamed-user", "train-0", "dv.renamed.imagenet", node);
        var claim = mooring.boundMirror("renamed-user", "dv.renamed.imagenet");
        mooring.eventually(() -> mooring.counts(first).equals(List.of(1, 1, 1)));
        var before = share(first, "renamed-user");
        removeByForce(first);
        admin.resource(before).delete(); // the garbage collector would, once it has found out about this kind
        mooring.eventually(() -> mooring.isGone(before));
        var second = mooring.dataVolume("renamed", "imagenet", "data");
        mooring.awaitReason(second, "Ready");
        var share = mooring.shareWithProject(second, "renamed-user");
        mooring.eventually(() -> mooring.counts(second).equals(List.of(1, 0, 0)));
        mooring.eventually(() -> mooring.counts(share).equals(List.of(1, 0, 0)));
        mooring.deleteAtOnce(old);
        mooring.eventually(() -> mooring.isGone(claim));
        pods("renamed", "renamed-user", 2);
        mooring.eventually(() -> mooring.counts(second).equals(List.of(1, 1, 2)));
        mooring.eventually(() -> mooring.counts(share).equals(List.of(1, 1, 2)));
    }

    @Test
    void aControllerThatStartsWritesNothingWhereNothingHasChanged() {
        var begin = cluster.auditLog().mark();
        var volume = sharedWith("same", "same-user");
        pods("same", "same-user", 1);
        mooring.boundMirror("same-user", "dv.same.imagenet");
        mooring.eventually(() -> mooring.counts(volume).equals(List.of(1, 1, 1)));
        mooring.eventually(() -> writesIn("same", begin).stream().noneMatch(CountsIT::isOfThisMoment));
        mooring.stopController();
        var mark = cluster.auditLog().mark();
        mooring.startController();

        mooring.eventually(() -> looks("datavolume") > 0 && looks("datavolumeshare") > 0 && looks("mirror") > 0);
        mooring.always(() -> writesIn("same", mark).isEmpty());
    }

    private static boolean isOfThisMoment(AuditEvent event) {
        return event.received().isAfter(Instant.now().minusSeconds(2));
    }

    private double looks(String reconciler) {
        return mooring.meters()
                .get("controller.runtime.reconcile")
                .tags("controller", reconciler, "result", "success")
                .counter()
                .count();
    }

    /** Returns what the controller wrote in {@code namespace} and the project that uses its data. */
    private List<AuditEvent> writesIn(String namespace, AuditLog.Mark mark) {
        return cluster.auditLog().since(mark).stream()
                .filter(event -> event.namespace().startsWith(namespace))
                .filter(event -> WRITES.contains(event.verb()))
                .filter(event -> event.user().endsWith(":mooring-controller"))
                .toList();
    }

    private DataVolume sharedWith(String origin, String... users) {
        var volume = mooring.readyDataVolume("tally", origin);
        for (var user : users) {
            mooring.readyProject("tally", user);
            mooring.shareWithProject(volume, user);
        }
        return volume;
    }

    private DataVolumeShare share(DataVolume volume, String user) {
        return admin.resources(DataVolumeShare.class)
                .inNamespace(volume.getMetadata().getNamespace())
                .withName("imagenet-" + user)
                .get();
    }

    private List<Pod> pods(String origin, String user, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> mooring.pod(user, "train-" + number, "dv." + origin + ".imagenet", null))
                .toList();
    }

    /** Deletes {@code volume} and takes its finalizer off, as nobody should while it has mirrors. */
    private void removeByForce(DataVolume volume) {
        mooring.deleteInUse(volume);
        patch(volume, "{\"metadata\": {\"finalizers\": null}}");
        mooring.eventually(() -> mooring.isGone(volume));
    }

    private void finish(Pod pod) {
        admin.pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .editStatus(found -> {
                    found.getStatus().setPhase("Succeeded");
                    return found;
                });
    }

    private List<ConsumingProject> users(DataVolume volume) {
        var status = mooring.fresh(volume).getStatus();
        return status == null ? List.of() : status.consumingProjects();
    }
}
