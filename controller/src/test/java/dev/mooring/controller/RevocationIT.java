package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.revocation.RevocationMetrics;
import dev.mooring.model.Access;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of pods whose grant ends, with a deadline of six seconds. Each test has projects of its own. */
@WithCluster
class RevocationIT extends InstalledIT {
    private static final String NODE = "revoke-node";
    private static final long ENDLESS = 86_400L;
    private static final Duration DEADLINE = Duration.ofSeconds(6);
    private static final Duration WHAT_KUBERNETES_CUTS_OFF = Duration.ofSeconds(1);

    RevocationIT(TestCluster cluster) {
        super(cluster, "revoke", Map.of("MOORING_EVICTION_DEADLINE", DEADLINE.toSeconds() + "s"));
    }

    /** Kubernetes deletes the pods of a node that is not there, which would prove nothing here. */
    @BeforeAll
    void aNodeThatStays() {
        admin.resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName(NODE)
                        .endMetadata()
                        .build())
                .create();
    }

    @Test
    void whatRunsIsKeptUnlessTheShareSaysOtherwise() {
        var volume = origin("keep");
        var share = mooring.shareWithProject(volume, "revoke-keep-user");
        var pod = running("revoke-keep-user", "train", mirrorOf("keep"));
        admin.resource(share).delete();

        awaitEvent("revoke-keep-user", pod, "GrantEnded");
        awaitEvent("revoke-keep-origin", volume, "GrantEnded");
        awaitEvent("revoke-keep-origin", share, "GrantEnded");
        mooring.always(() -> !isEnding(pod));
    }

    @Test
    void whatRunsIsEvictedIfTheShareSaysSo() {
        var share = sharedByEvicting("evict");
        var pod = running("revoke-evict-user", "train", mirrorOf("evict"));
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(pod));
        awaitEvent("revoke-evict-user", pod, "ConsumerEvicted");
    }

    @Test
    void whatHasNoNodeYetIsEvictedTooThoughItCannotHoldItsMirror() {
        var share = sharedByEvicting("waiting");
        var pod = mooring.pod("revoke-waiting-user", "train", mirrorOf("waiting"), null);
        var claim = mooring.boundMirror("revoke-waiting-user", mirrorOf("waiting"));
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(pod) && mooring.isGone(claim));
        awaitEvent("revoke-waiting-user", pod, "ConsumerEvicted");
        awaitEvent("revoke-waiting-origin", share, "GrantEnded");
    }

    @Test
    void aBudgetOfNoughtHoldsAPodUntilTheDeadlineAndNoLonger() {
        var share = sharedByEvicting("budget");
        mooring.budgetOfNought("revoke-budget-user");
        var pod = running("revoke-budget-user", "train", mirrorOf("budget"));
        var start = Instant.now();
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(pod));
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(DEADLINE.minus(WHAT_KUBERNETES_CUTS_OFF));
        awaitEvent("revoke-budget-user", pod, "ConsumerDeleted");
    }

    @Test
    void anEndlessGraceIsCutToAMinute() {
        var share = sharedByEvicting("grace");
        var pod = running(stubborn("revoke-grace-user", mirrorOf("grace")));
        admin.resource(share).delete();

        mooring.eventually(() -> isEnding(pod));
        assertThat(graceOf(pod)).isEqualTo(60);
        mooring.deleteAtOnce(pod);
    }

    @Test
    void anEndlessDeletionThatBeganBeforeIsCutShortToo() {
        var share = sharedByEvicting("dying");
        var pod = running(stubborn("revoke-dying-user", mirrorOf("dying")));
        admin.resource(pod).delete();
        assertThat(graceOf(pod)).isEqualTo(ENDLESS);
        admin.resource(share).delete();

        mooring.eventually(() -> graceOf(pod) <= 60);
        mooring.deleteAtOnce(pod);
    }

    @Test
    void aPodThatIsBoundAfterTheMirrorIsGoneIsDeleted() {
        var volume = origin("bound");
        var share = mooring.shareWithProject(volume, "revoke-bound-user");
        var pod = mooring.pod("revoke-bound-user", "late", mirrorOf("bound"), null);
        var claim = mooring.boundMirror("revoke-bound-user", mirrorOf("bound"));
        admin.resource(share).delete();
        mooring.eventually(() -> mooring.isGone(claim));
        mooring.bind(pod, NODE);

        mooring.eventually(() -> mooring.isGone(pod));
    }

    @Test
    void aPodThatIsBoundWhileAKeptOneHoldsTheMirrorIsDeletedAndTheKeptOneStays() {
        var volume = origin("beside");
        var share = mooring.shareWithProject(volume, "revoke-beside-user");
        var kept = running("revoke-beside-user", "kept", mirrorOf("beside"));
        var late = mooring.pod("revoke-beside-user", "late", mirrorOf("beside"), null);
        admin.resource(share).delete();
        awaitRevoked("beside");
        mooring.bind(late, NODE);

        mooring.eventually(() -> mooring.isGone(late));
        awaitEvent("revoke-beside-user", late, "ConsumerDeleted");
        assertThat(isEnding(kept)).isFalse();
    }

    @Test
    void aPodThatNamedItsNodeStaysThoughAKubeletReportsItAfterTheEnd() {
        var volume = origin("named");
        var share = mooring.shareWithProject(volume, "revoke-named-user");
        var pod = running("revoke-named-user", "train", mirrorOf("named"));
        admin.resource(share).delete();
        awaitRevoked("named");
        admin.resource(pod).subresource("status").patch(PatchContext.of(PatchType.STRATEGIC_MERGE), """
                        {"status": {"conditions": [{"type": "PodScheduled", "status": "True", "lastTransitionTime": "%s"}]}}
                        """.formatted(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS)));

        mooring.always(() -> !isEnding(pod));
    }

    @Test
    void podsOfAProjectWithAShareOfItsOwnStay() {
        var share = sharedByEvicting("other");
        mooring.readyProject("revoke", "revoke-other-second");
        mooring.shareThatEvicts(
                volume("other"), ScopeKind.PROJECT, "revoke-other-second", "revoke-other-second", Access.READ_ONLY);
        var evicted = running("revoke-other-user", "train", mirrorOf("other"));
        var stays = running("revoke-other-second", "train", mirrorOf("other"));
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(evicted));
        mooring.always(() -> !isEnding(stays));
    }

    @Test
    void aPodThatAnotherShareCoversStays() {
        var share = sharedByEvicting("twice");
        mooring.share(volume("twice"), ScopeKind.DEPARTMENT, "revoke", "department-revoke", Access.READ_ONLY, null);
        var pod = running("revoke-twice-user", "train", mirrorOf("twice"));
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(share));
        mooring.always(() -> !isEnding(pod));
    }

    @Test
    void aShareWhoseDeletionOthersHoldUpEvictsAllTheSame() {
        var share = sharedByEvicting("stuck");
        patch(share, "{\"metadata\": {\"finalizers\": [\"example.com/stuck\"]}}");
        var pod = running("revoke-stuck-user", "train", mirrorOf("stuck"));
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(pod));
        assertThat(mooring.isGone(share)).isFalse();
        patch(share, "{\"metadata\": {\"finalizers\": null}}");
    }

    @Test
    void anExpiredShareEvicts() {
        var share = sharedByEvicting("expired");
        var pod = running("revoke-expired-user", "train", mirrorOf("expired"));
        patch(share, "{\"spec\": {\"expiresAt\": \"" + Instant.now().plusSeconds(2) + "\"}}");

        mooring.eventually(() -> mooring.isGone(pod));
        assertThat(mooring.isGone(share)).isFalse();
        awaitEvent("revoke-expired-origin", share, "GrantEnded");
    }

    @Test
    void aShareThatIsLoweredEvictsThoseThatWrite() {
        var volume = origin("lowered");
        var share = mooring.shareThatEvicts(
                volume, ScopeKind.PROJECT, "revoke-lowered-user", "revoke-lowered-user", Access.READ_WRITE);
        var writer = running("revoke-lowered-user", "writer", "dvrw.revoke-lowered-origin.imagenet");
        var reader = running("revoke-lowered-user", "reader", mirrorOf("lowered"));
        patch(share, "{\"spec\": {\"access\": \"ReadOnly\"}}");

        mooring.eventually(() -> mooring.isGone(writer));
        awaitEvent("revoke-lowered-origin", share, "GrantEnded");
        mooring.always(() -> !isEnding(reader));
    }

    @Test
    void aDataVolumeThatIsDeletedEvicts() {
        sharedByEvicting("volume");
        var pod = running("revoke-volume-user", "train", mirrorOf("volume"));
        mooring.deleteInUse(volume("volume"));

        mooring.eventually(() -> mooring.isGone(pod));
    }

    @Test
    void aProjectThatLeavesItsDepartmentLosesWhatThatHas() {
        var volume = origin("left");
        mooring.readyDepartment("revoke-from");
        mooring.readyDepartment("revoke-to");
        var project = mooring.readyProject("revoke-from", "revoke-left-mover");
        mooring.shareThatEvicts(
                volume, ScopeKind.DEPARTMENT, "revoke-from", "department-revoke-from", Access.READ_ONLY);
        var pod = running("revoke-left-mover", "train", mirrorOf("left"));
        mooring.move(project, "revoke-to");

        mooring.eventually(() -> mooring.isGone(pod));
    }

    @Test
    void aProjectOnEitherSideThatIsDeletedEndsTheGrant() {
        sharedByEvicting("sides");
        mooring.readyProject("revoke", "revoke-sides-second");
        mooring.shareThatEvicts(
                volume("sides"), ScopeKind.PROJECT, "revoke-sides-second", "revoke-sides-second", Access.READ_ONLY);
        var first = running("revoke-sides-user", "train", mirrorOf("sides"));
        var second = running("revoke-sides-second", "train", mirrorOf("sides"));

        admin.resource(mooring.findProject("revoke", "revoke-sides-user")).delete();
        mooring.eventually(() -> mooring.isGone(first));
        assertThat(isEnding(second)).isFalse();
        admin.resource(mooring.findProject("revoke", "revoke-sides-origin")).delete();
        mooring.eventually(() -> mooring.isGone(second));
    }

    @Test
    void aDepartmentThatIsDeletedEndsTheGrantsOfItsProjects() {
        var volume = origin("dissolved");
        var department = mooring.readyDepartment("revoke-dissolved");
        mooring.readyProject("revoke-dissolved", "revoke-dissolved-other");
        mooring.shareThatEvicts(
                volume, ScopeKind.PROJECT, "revoke-dissolved-other", "revoke-dissolved-other", Access.READ_ONLY);
        var pod = running("revoke-dissolved-other", "train", mirrorOf("dissolved"));
        admin.resource(department).delete();

        mooring.eventually(() -> mooring.isGone(pod));
    }

    @Test
    void aControllerThatStartsGoesOnWhereTheOtherOneStopped() {
        var share = sharedByEvicting("restart");
        mooring.budgetOfNought("revoke-restart-user");
        var pod = running("revoke-restart-user", "train", mirrorOf("restart"));
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
        var share = mooring.shareWithProject(volume, "revoke-unseen-user");
        var kept = running("revoke-unseen-user", "kept", mirrorOf("unseen"));
        var late = mooring.pod("revoke-unseen-user", "late", mirrorOf("unseen"), null);
        admin.resource(share).delete();
        awaitRevoked("unseen");
        mooring.stopController();
        mooring.bind(late, NODE);
        mooring.startController();

        mooring.eventually(() -> mooring.isGone(late));
        assertThat(isEnding(kept)).isFalse();
    }

    @Test
    void aPodThatIsBoundAfterAnEndThatNoControllerSawIsDeletedByTheNextOne() {
        var volume = origin("away");
        var share = mooring.shareWithProject(volume, "revoke-away-user");
        var kept = running("revoke-away-user", "kept", mirrorOf("away"));
        var late = mooring.pod("revoke-away-user", "late", mirrorOf("away"), null);
        mooring.stopController();
        admin.resource(share).delete();
        bindAfterTheEndAndStartController(late);

        mooring.eventually(() -> mooring.isGone(late));
        awaitEvent("revoke-away-user", kept, "GrantEnded");
        assertThat(isEnding(kept)).isFalse();
    }

    @Test
    void theDeletionOfADataVolumeThatNoControllerSawIsRecorded() {
        var volume = origin("gone");
        mooring.shareWithProject(volume, "revoke-gone-user");
        onlyTheLateOneGoes("gone", () -> mooring.deleteInUse(volume));
    }

    @Test
    void theDeletionOfAProjectThatNoControllerSawIsRecorded() {
        mooring.shareWithProject(origin("closed"), "revoke-closed-user");
        onlyTheLateOneGoes(
                "closed",
                () -> admin.resource(mooring.findProject("revoke", "revoke-closed-user"))
                        .delete());
    }

    @Test
    void theDeletionOfADepartmentThatNoControllerSawIsRecorded() {
        var department = mooring.readyDepartment("revoke-wound-up");
        mooring.readyProject("revoke-wound-up", "revoke-wound-user");
        mooring.shareWithProject(mooring.readyDataVolume("revoke", "revoke-wound-origin"), "revoke-wound-user");
        onlyTheLateOneGoes("wound", () -> admin.resource(department).delete());
    }

    @Test
    void whenAProjectLeftItsDepartmentIsRecorded() {
        mooring.readyDepartment("revoke-old");
        mooring.readyDepartment("revoke-new");
        var project = mooring.readyProject("revoke-old", "revoke-moved-user");
        mooring.share(
                mooring.readyDataVolume("revoke", "revoke-moved-origin"),
                ScopeKind.DEPARTMENT,
                "revoke-old",
                "department-revoke-old",
                Access.READ_ONLY,
                null);
        onlyTheLateOneGoes("moved", () -> {
            try (var client = mooring.accountSeenBy(new WithheldWrite("mooring.dev/revoked-at"));
                    var controller = mooring.start(client)) {
                assertThat(controller).isNotNull();
                mooring.move(project, "revoke-new");
            }
        });
    }

    /** Brings about an {@code end} that no controller notes, and a pod that is bound afterwards, beside one that runs. */
    private void onlyTheLateOneGoes(String about, Runnable end) {
        var user = "revoke-" + about + "-user";
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
        mooring.bind(late, NODE);
        mooring.startController();
    }

    @Test
    void whatWasToldIsNotToldAgainByAControllerThatStarts() {
        var volume = origin("told");
        var share = mooring.shareWithProject(volume, "revoke-told-user");
        var pod = running("revoke-told-user", "train", mirrorOf("told"));
        admin.resource(share).delete();
        awaitEvent("revoke-told-user", pod, "GrantEnded");
        awaitEvent("revoke-told-origin", volume, "GrantEnded");
        mooring.stopController();
        forgetEvents("revoke-told-user", "revoke-told-origin");
        mooring.startController();
        mooring.eventually(
                () -> mooring.meters().get(RevocationMetrics.KEPT).gauge().value() > 0);

        mooring.always(() -> told("revoke-told-user", "GrantEnded").isEmpty()
                && told("revoke-told-origin", "GrantEnded").isEmpty());
    }

    @Test
    void whatNobodyToldIsToldByTheControllerThatStartsNext() {
        var volume = origin("untold");
        var share = mooring.shareWithProject(volume, "revoke-untold-user");
        var pod = running("revoke-untold-user", "train", mirrorOf("untold"));
        mooring.stopController();
        admin.resource(share).delete();
        try {
            liveUntilRevoked("untold");
            assertThat(told("revoke-untold-user", "GrantEnded")).isEmpty();
            assertThat(told("revoke-untold-origin", "GrantEnded")).isEmpty();
        } finally {
            mooring.startController();
        }

        awaitEvent("revoke-untold-user", pod, "GrantEnded");
        awaitEvent("revoke-untold-origin", volume, "GrantEnded");
        awaitEvent("revoke-untold-origin", share, "GrantEnded");
    }

    /** Has a controller work that dies as soon as it has noted a revocation. */
    private void liveUntilRevoked(String about) {
        try (var client = mooring.accountSeenBy(new LastWrite("mooring.dev/revoked-at"));
                var controller = mooring.start(client)) {
            assertThat(controller).isNotNull();
            awaitRevoked(about);
        }
    }

    @Test
    void theDataVolumeCountsThoseWithoutAGrantAndThoseOfThemThatAreEvicted() {
        var evicting = sharedByEvicting("counted");
        mooring.budgetOfNought("revoke-counted-user");
        mooring.readyProject("revoke", "revoke-counted-second");
        var keeping = mooring.shareWithProject(volume("counted"), "revoke-counted-second");
        var evicted = running("revoke-counted-user", "evicted", mirrorOf("counted"));
        running("revoke-counted-second", "kept", mirrorOf("counted"));
        mooring.eventually(() -> counts("counted").equals(List.of(2, 0, 0)));
        admin.resource(evicting).delete();
        admin.resource(keeping).delete();

        mooring.eventually(() -> counts("counted").equals(List.of(2, 2, 1)));
        mooring.eventually(() -> mooring.isGone(evicted));
        mooring.eventually(() -> counts("counted").equals(List.of(1, 1, 0)));
    }

    @Test
    void aKeptPodThatItsUserDeletesIsCountedAmongThoseThatGo() {
        var share = mooring.shareWithProject(origin("leaving"), "revoke-leaving-user");
        var pod = running(stubborn("revoke-leaving-user", mirrorOf("leaving")));
        admin.resource(share).delete();
        mooring.eventually(() -> counts("leaving").equals(List.of(1, 1, 0)));
        admin.resource(pod).delete();

        mooring.eventually(() -> counts("leaving").equals(List.of(1, 1, 1)));
        assertThat(graceOf(pod)).isEqualTo(ENDLESS);
        mooring.deleteAtOnce(pod);
    }

    /** Returns how many pods use the data volume, have no grant, and are being evicted. */
    private List<Integer> counts(String about) {
        var status = Objects.requireNonNull(volume(about).getStatus(), "a data volume that was ready has a status");
        return Stream.of(status.consumers(), status.revokedConsumers(), status.evictingConsumers())
                .map(count -> count == null ? 0 : count)
                .toList();
    }

    private DataVolume origin(String about) {
        var volume = mooring.readyDataVolume("revoke", "revoke-" + about + "-origin");
        mooring.readyProject("revoke", "revoke-" + about + "-user");
        return volume;
    }

    private DataVolume volume(String about) {
        return admin.resources(DataVolume.class)
                .inNamespace("revoke-" + about + "-origin")
                .withName("imagenet")
                .get();
    }

    private DataVolumeShare sharedByEvicting(String about) {
        var user = "revoke-" + about + "-user";
        return mooring.shareThatEvicts(origin(about), ScopeKind.PROJECT, user, user, Access.READ_ONLY);
    }

    private static String mirrorOf(String about) {
        return "dv.revoke-" + about + "-origin.imagenet";
    }

    private Pod running(String namespace, String name, String claim) {
        return running(Unmade.pod(namespace, name, claim, NODE));
    }

    /** Makes a pod that runs, as far as its status says, and waits until its mirror is bound. */
    private Pod running(Pod unmade) {
        var pod = mooring.make(unmade);
        var claim = pod.getSpec().getVolumes().getFirst().getPersistentVolumeClaim();
        mooring.boundMirror(pod.getMetadata().getNamespace(), claim.getClaimName());
        return admin.resource(pod).subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), """
                        {"status": {"phase": "Running", "conditions": [{"type": "Ready", "status": "True"}]}}""");
    }

    private static Pod stubborn(String namespace, String claim) {
        return new PodBuilder(Unmade.pod(namespace, "train", claim, NODE))
                .editSpec()
                .withTerminationGracePeriodSeconds(ENDLESS)
                .endSpec()
                .build();
    }

    private void awaitRevoked(String about) {
        mooring.eventually(() -> {
            var claim = mooring.findClaim("revoke-" + about + "-user", mirrorOf(about));
            var since =
                    claim == null ? null : claim.getMetadata().getAnnotations().get("mooring.dev/revoked-at");
            return since != null && isSecondsAgo(Instant.parse(since));
        });
    }

    /** Whether what is bound now is bound in a later second, which is all that Kubernetes notes. */
    private static boolean isSecondsAgo(Instant end) {
        return end.plusSeconds(1).isBefore(Instant.now());
    }

    private void awaitEvent(String namespace, HasMetadata about, String reason) {
        mooring.eventually(() -> told(namespace, reason).stream()
                .anyMatch(event ->
                        about.getMetadata().getUid().equals(event.getRegarding().getUid())));
    }

    private List<Event> told(String namespace, String reason) {
        return admin.events().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> reason.equals(event.getReason()))
                .toList();
    }

    /** As the API server does after an hour. */
    private void forgetEvents(String... namespaces) {
        for (var namespace : namespaces) {
            admin.events().v1().events().inNamespace(namespace).delete();
        }
    }

    private void patch(DataVolumeShare share, String patch) {
        admin.resource(share).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    private boolean isEnding(Pod pod) {
        return mooring.isGone(pod) || mooring.fresh(pod).isMarkedForDeletion();
    }

    private long graceOf(Pod pod) {
        var grace = mooring.fresh(pod).getMetadata().getDeletionGracePeriodSeconds();
        return grace == null ? Long.MAX_VALUE : grace;
    }
}
