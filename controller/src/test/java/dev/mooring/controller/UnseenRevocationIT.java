package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.revocation.RevocationMetrics;
import dev.mooring.model.Access;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Grants that end, and pods that get a node, while no controller looks. */
@WithCluster
class UnseenRevocationIT extends RevokingIT {
    UnseenRevocationIT(TestCluster cluster) {
        super(cluster, "unseen");
    }

    @Test
    void aControllerThatStartsGoesOnWhereTheOtherOneStopped() {
        var share = sharedByEvicting("restart");
        mooring.budgetOfNought("unseen-restart-user");
        var pod = running("unseen-restart-user", "train", mirrorOf("restart"));
        admin.resource(share).delete();
        mooring.eventually(() -> mooring.isGone(share));
        mooring.stopController();
        assertThat(isEnding(pod)).isFalse();
        mooring.startController();

        mooring.eventually(() -> mooring.isGone(pod));
    }

    @Test
    void aPodThatIsBoundWhileNoControllerLooksIsDeletedByTheNextOne() {
        var volume = origin("unseen");
        var share = mooring.shareWithProject(volume, "unseen-unseen-user");
        var kept = running("unseen-unseen-user", "kept", mirrorOf("unseen"));
        var late = mooring.pod("unseen-unseen-user", "late", mirrorOf("unseen"), null);
        admin.resource(share).delete();
        awaitRevoked("unseen");
        mooring.stopController();
        mooring.bind(late, node);
        mooring.startController();

        mooring.eventually(() -> mooring.isGone(late));
        assertThat(isEnding(kept)).isFalse();
    }

    @Test
    void aPodThatIsBoundAfterAnEndThatNoControllerSawIsDeletedByTheNextOne() {
        var volume = origin("away");
        var share = mooring.shareWithProject(volume, "unseen-away-user");
        var kept = running("unseen-away-user", "kept", mirrorOf("away"));
        var late = mooring.pod("unseen-away-user", "late", mirrorOf("away"), null);
        mooring.stopController();
        admin.resource(share).delete();
        bindAfterTheEndAndStartController(late);

        mooring.eventually(() -> mooring.isGone(late));
        awaitEvent("unseen-away-user", kept, "GrantEnded");
        assertThat(isEnding(kept)).isFalse();
    }

    @Test
    void theDeletionOfADataVolumeThatNoControllerSawIsRecorded() {
        var volume = origin("gone");
        mooring.shareWithProject(volume, "unseen-gone-user");
        onlyTheLateOneGoes("gone", () -> mooring.deleteInUse(volume));
    }

    @Test
    void theDeletionOfAProjectThatNoControllerSawIsRecorded() {
        mooring.shareWithProject(origin("closed"), "unseen-closed-user");
        onlyTheLateOneGoes(
                "closed",
                () -> admin.resource(mooring.findProject("unseen", "unseen-closed-user"))
                        .delete());
    }

    @Test
    void theDeletionOfADepartmentThatNoControllerSawIsRecorded() {
        var department = mooring.readyDepartment("unseen-wound-up");
        mooring.readyProject("unseen-wound-up", "unseen-wound-user");
        mooring.shareWithProject(mooring.readyDataVolume("unseen", "unseen-wound-origin"), "unseen-wound-user");
        onlyTheLateOneGoes("wound", () -> admin.resource(department).delete());
    }

    @Test
    void whenAProjectLeftItsDepartmentIsRecorded() {
        mooring.readyDepartment("unseen-old");
        mooring.readyDepartment("unseen-new");
        var project = mooring.readyProject("unseen-old", "unseen-moved-user");
        mooring.share(
                mooring.readyDataVolume("unseen", "unseen-moved-origin"),
                ScopeKind.DEPARTMENT,
                "unseen-old",
                "department-unseen-old",
                Access.READ_ONLY,
                null);
        onlyTheLateOneGoes("moved", () -> {
            try (var client = mooring.accountSeenBy(new WithheldWrite("mooring.dev/revoked-at"));
                    var controller = mooring.start(client)) {
                assertThat(controller).isNotNull();
                mooring.move(project, "unseen-new");
            }
        });
    }

    /** Brings about an {@code end} that no controller notes, and a pod that is bound afterwards, beside one that runs. */
    private void onlyTheLateOneGoes(String about, Runnable end) {
        var user = "unseen-" + about + "-user";
        var kept = running(user, "kept", mirrorOf(about));
        var late = mooring.pod(user, "late", mirrorOf(about), null);
        mooring.stopController();
        try {
            end.run();
        } finally {
            bindAfterTheEndAndStartController(late);
        }

        mooring.eventually(() -> mooring.isGone(late));
        mooring.always(() -> !isEnding(kept));
    }

    private void bindAfterTheEndAndStartController(Pod late) {
        var end = Instant.now();
        mooring.eventually(() -> isSecondsAgo(end));
        mooring.bind(late, node);
        mooring.startController();
    }

    @Test
    void whatWasToldIsNotToldAgainByAControllerThatStarts() {
        var volume = origin("told");
        var share = mooring.shareWithProject(volume, "unseen-told-user");
        var pod = running("unseen-told-user", "train", mirrorOf("told"));
        admin.resource(share).delete();
        awaitEvent("unseen-told-user", pod, "GrantEnded");
        awaitEvent("unseen-told-origin", volume, "GrantEnded");
        mooring.stopController();
        forgetEvents("unseen-told-user", "unseen-told-origin");
        mooring.startController();
        mooring.eventually(
                () -> mooring.meters().get(RevocationMetrics.KEPT).gauge().value() > 0);

        mooring.always(() -> told("unseen-told-user", "GrantEnded").isEmpty()
                && told("unseen-told-origin", "GrantEnded").isEmpty());
    }

    @Test
    void whatNobodyToldIsToldByTheControllerThatStartsNext() {
        var volume = origin("untold");
        var share = mooring.shareWithProject(volume, "unseen-untold-user");
        var pod = running("unseen-untold-user", "train", mirrorOf("untold"));
        mooring.stopController();
        admin.resource(share).delete();
        try {
            liveUntilRevoked("untold");
            assertThat(told("unseen-untold-user", "GrantEnded")).isEmpty();
            assertThat(told("unseen-untold-origin", "GrantEnded")).isEmpty();
        } finally {
            mooring.startController();
        }

        awaitEvent("unseen-untold-user", pod, "GrantEnded");
        awaitEvent("unseen-untold-origin", volume, "GrantEnded");
        awaitEvent("unseen-untold-origin", share, "GrantEnded");
    }

    /** Has a controller work that dies as soon as it has noted a revocation. */
    private void liveUntilRevoked(String about) {
        try (var client = mooring.accountSeenBy(new LastWrite("mooring.dev/revoked-at"));
                var controller = mooring.start(client)) {
            assertThat(controller).isNotNull();
            awaitRevoked(about);
        }
    }

    /** As the API server does after an hour. */
    private void forgetEvents(String... namespaces) {
        for (var namespace : namespaces) {
            admin.events().v1().events().inNamespace(namespace).delete();
        }
    }
}
