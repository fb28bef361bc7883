package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.Access;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The ways in which a grant ends. */
@WithCluster
class GrantEndsIT extends RevokingIT {
    GrantEndsIT(TestCluster cluster) {
        super(cluster, "ends");
    }

    @Test
    void aShareWhoseDeletionOthersHoldUpEvictsAllTheSame() {
        var share = sharedByEvicting("stuck");
        patch(share, "{\"metadata\": {\"finalizers\": [\"example.com/stuck\"]}}");
        var pod = running("ends-stuck-user", "train", mirrorOf("stuck"));
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(pod));
        assertThat(mooring.isGone(share)).isFalse();
        patch(share, "{\"metadata\": {\"finalizers\": null}}");
    }

    @Test
    void anExpiredShareEvicts() {
        var share = sharedByEvicting("expired");
        var pod = running("ends-expired-user", "train", mirrorOf("expired"));
        patch(share, "{\"spec\": {\"expiresAt\": \"" + Instant.now().plusSeconds(2) + "\"}}");

        mooring.eventually(() -> mooring.isGone(pod));
        assertThat(mooring.isGone(share)).isFalse();
        awaitEvent("ends-expired-origin", share, "GrantEnded");
    }

    @Test
    void aShareThatIsLoweredEvictsThoseThatWrite() {
        var volume = origin("lowered");
        var share = mooring.shareThatEvicts(
                volume, ScopeKind.PROJECT, "ends-lowered-user", "ends-lowered-user", Access.READ_WRITE);
        var writer = running("ends-lowered-user", "writer", "dvrw.ends-lowered-origin.imagenet");
        var reader = running("ends-lowered-user", "reader", mirrorOf("lowered"));
        patch(share, "{\"spec\": {\"access\": \"ReadOnly\"}}");

        mooring.eventually(() -> mooring.isGone(writer));
        awaitEvent("ends-lowered-origin", share, "GrantEnded");
        mooring.always(() -> !isEnding(reader));
    }

    @Test
    void aDataVolumeThatIsDeletedEvicts() {
        sharedByEvicting("volume");
        var pod = running("ends-volume-user", "train", mirrorOf("volume"));
        mooring.deleteInUse(volume("volume"));

        mooring.eventually(() -> mooring.isGone(pod));
    }

    @Test
    void aProjectThatLeavesItsDepartmentLosesWhatThatHas() {
        var volume = origin("left");
        mooring.readyDepartment("ends-from");
        mooring.readyDepartment("ends-to");
        var project = mooring.readyProject("ends-from", "ends-left-mover");
        mooring.shareThatEvicts(volume, ScopeKind.DEPARTMENT, "ends-from", "department-ends-from", Access.READ_ONLY);
        var pod = running("ends-left-mover", "train", mirrorOf("left"));
        mooring.move(project, "ends-to");

        mooring.eventually(() -> mooring.isGone(pod));
    }

    @Test
    void aProjectOnEitherSideThatIsDeletedEndsTheGrant() {
        sharedByEvicting("sides");
        mooring.readyProject("ends", "ends-sides-second");
        mooring.shareThatEvicts(
                volume("sides"), ScopeKind.PROJECT, "ends-sides-second", "ends-sides-second", Access.READ_ONLY);
        var first = running("ends-sides-user", "train", mirrorOf("sides"));
        var second = running("ends-sides-second", "train", mirrorOf("sides"));

        admin.resource(mooring.findProject("ends", "ends-sides-user")).delete();
        mooring.eventually(() -> mooring.isGone(first));
        assertThat(isEnding(second)).isFalse();
        admin.resource(mooring.findProject("ends", "ends-sides-origin")).delete();
        mooring.eventually(() -> mooring.isGone(second));
    }

    @Test
    void aDepartmentThatIsDeletedEndsTheGrantsOfItsProjects() {
        var volume = origin("dissolved");
        var department = mooring.readyDepartment("ends-dissolved");
        mooring.readyProject("ends-dissolved", "ends-dissolved-other");
        mooring.shareThatEvicts(
                volume, ScopeKind.PROJECT, "ends-dissolved-other", "ends-dissolved-other", Access.READ_ONLY);
        var pod = running("ends-dissolved-other", "train", mirrorOf("dissolved"));
        admin.resource(department).delete();

        mooring.eventually(() -> mooring.isGone(pod));
    }
}
