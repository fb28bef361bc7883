package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.Access;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import org.junit.jupiter.api.Test;

/** Who is in a scope and who is not, as mirrors show it. Each test has departments and projects of its own. */
@WithCluster
class SharingIT extends InstalledIT {
    SharingIT(TestCluster cluster) {
        super(cluster, "origins");
    }

    @Test
    void aProjectThatJoinsADepartmentLaterIsIn() {
        var volume = mooring.readyDataVolume("origins", "joined");
        mooring.readyDepartment("open");
        mooring.shareWithDepartment(volume, "open");
        mooring.readyProject("open", "joiner");
        mooring.pod("joiner", "train", "dv.joined.imagenet", null);

        mooring.boundMirror("joiner", "dv.joined.imagenet");
    }

    @Test
    void aProjectThatMovesLosesWhatOneDepartmentHasAndGetsWhatTheOtherHas() {
        var one = mooring.readyDataVolume("origins", "of-one");
        var other = mooring.readyDataVolume("origins", "of-other");
        mooring.readyDepartment("one");
        mooring.readyDepartment("other");
        mooring.shareWithDepartment(one, "one");
        mooring.shareWithDepartment(other, "other");
        var before = mooring.readyProject("one", "mover");
        mooring.pod("mover", "first", "dv.of-one.imagenet", null);
        mooring.pod("mover", "second", "dv.of-other.imagenet", null);
        var left = mooring.boundMirror("mover", "dv.of-one.imagenet");
        assertThat(mooring.findClaim("mover", "dv.of-other.imagenet")).isNull();
        mooring.move(before, "other");

        mooring.eventually(() -> mooring.isGone(left));
        mooring.boundMirror("mover", "dv.of-other.imagenet");
        mooring.always(() -> mooring.findClaim("mover", "dv.of-one.imagenet") == null);
    }

    @Test
    void aProjectThatMovesKeepsWhatIsSharedWithItself() {
        var volume = mooring.readyDataVolume("origins", "personal");
        mooring.readyDepartment("from");
        mooring.readyDepartment("to");
        var before = mooring.readyProject("from", "wanderer");
        var share = mooring.shareWithProject(volume, "wanderer");
        mooring.pod("wanderer", "train", "dv.personal.imagenet", null);
        mooring.boundMirror("wanderer", "dv.personal.imagenet");
        mooring.move(before, "to");

        mooring.awaitReason(share, "Shared");
        mooring.boundMirror("wanderer", "dv.personal.imagenet");
    }

    @Test
    void aDepartmentThatWasMadeAgainInheritsNothing() {
        var volume = mooring.readyDataVolume("origins", "departed");
        var department = mooring.readyDepartment("phoenix");
        var share = mooring.shareWithDepartment(volume, "phoenix");
        var project = mooring.readyProject("phoenix", "ash");
        mooring.awaitReason(share, "Shared");
        var namespace = mooring.namespace("department-phoenix");
        admin.resource(namespace).delete();
        admin.resource(department).delete();
        mooring.eventually(() -> mooring.isGone(namespace) && mooring.isGone(department) && mooring.isGone(project));
        mooring.adopt("ash", "phoenix/ash");
        mooring.readyDepartment("phoenix");
        mooring.readyProject("phoenix", "ash");
        mooring.pod("ash", "train", "dv.departed.imagenet", null);

        mooring.awaitReason(share, "ReachesNobody");
        mooring.always(() -> mooring.findClaim("ash", "dv.departed.imagenet") == null);
    }

    @Test
    void whatCanOnlyBeReadIsNotSharedForWriting() {
        mooring.readyProject("origins", "frozen");
        mooring.boundClaim("frozen", "ReadOnlyMany");
        var volume = mooring.dataVolume("frozen", "imagenet", "data");
        mooring.awaitReason(volume, "Ready");
        mooring.readyProject("origins", "scribe");
        var share = mooring.share(volume, ScopeKind.PROJECT, "scribe", "scribe", Access.READ_WRITE, null);
        mooring.pod("scribe", "read", "dv.frozen.imagenet", null);
        mooring.pod("scribe", "write", "dvrw.frozen.imagenet", null);

        mooring.awaitReason(share, "ReadOnlyStorage");
        mooring.boundMirror("scribe", "dv.frozen.imagenet");
        mooring.always(() -> mooring.findClaim("scribe", "dvrw.frozen.imagenet") == null);
    }
}
