package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.RevokeMode;
import io.fabric8.kubernetes.api.model.EphemeralContainerBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Holding on to revoked data, in a project whose share evicts; the deadline is {@link Site#EVICTION_DEADLINE}. */
@Attack(line = 34)
class Line34HoldingOnIT {
    private static final long ENDLESS = Duration.ofDays(365).toSeconds();

    private final Loan loan;
    private final Site site;

    Line34HoldingOnIT(Site site) {
        this.site = site;
        loan = Loan.on(site, RevokeMode.EVICT);
    }

    @Test
    void aBudgetOfNoughtHoldsAPodUntilTheDeadlineOnly(Attempt attempt) {
        budgetOfNought("never");
        var pod = loan.running(loan.pod("held"));
        loan.revoke();

        attempt.hasNoEffect("the pod is deleted at the deadline", () -> loan.awaitGone(pod));
    }

    @Test
    void twoBudgetsWithWhichNothingCanBeEvictedHoldNoLonger(Attempt attempt) {
        budgetOfNought("never");
        budgetOfNought("ever");
        var pod = loan.running(loan.pod("held"));
        loan.revoke();

        attempt.hasNoEffect("the pod is deleted at the deadline", () -> loan.awaitGone(pod));
    }

    @Test
    void anEndlessGraceIsCutToAMinute(Attempt attempt) {
        var pod = loan.running(stubborn());
        loan.revoke();

        attempt.hasNoEffect("the pod is given a minute", () -> awaitGraceOfAMinute(pod));
        end(pod);
    }

    @Test
    void aDeletionThatWouldTakeForeverIsCutToAMinute(Attempt attempt) {
        var pod = loan.running(stubborn());
        loan.rita().resource(pod).delete();
        loan.revoke();

        attempt.hasNoEffect("the pod is given a minute", () -> awaitGraceOfAMinute(pod));
        end(pod);
    }

    @Test
    void aPodThatDeniesWhatItAskedForIsFound(Attempt attempt) {
        var pod = loan.running(loan.pod("hidden"));
        loan.rita().resource(pod).patch(Merge.PATCH, "{\"metadata\": {\"labels\": null, \"annotations\": null}}");
        loan.revoke();

        attempt.hasNoEffect("consumers are found by the claims in their specs", () -> loan.awaitGone(pod));
    }

    @Test
    void whatIsToHappenIsNotTakenOffTheMirror(Attempt attempt) {
        loan.running(loan.pod("reader"));
        var mirror =
                loan.rita().persistentVolumeClaims().inNamespace(loan.reader()).withName(loan.mirror());
        loan.world()
                .eventually(() -> assertThat(mirror.get().getMetadata().getAnnotations())
                        .containsEntry("mooring.dev/on-revoke", "Evict"));

        attempt.refused(
                "mooring-storage-labels",
                "ReservedAnnotation",
                () -> mirror.patch(
                        Merge.PATCH, "{\"metadata\": {\"annotations\": {\"mooring.dev/on-revoke\": null}}}"));
    }

    @Test
    void aPodThatBringsItsNodeComesTooLate(Attempt attempt) {
        loan.running(loan.pod("first"));
        loan.revoke();

        attempt.refused(
                "pods.mooring.dev",
                "NotShared",
                () -> loan.rita()
                        .resource(loan.pod("late")
                                .editSpec()
                                .withNodeName("node-1")
                                .endSpec()
                                .build())
                        .create());
    }

    @Test
    void aPodThatIsBoundTooLateIsDeletedWhateverTheShareSays(Attempt attempt) {
        var kind = Loan.on(site, RevokeMode.KEEP);
        var kept = kind.running(kind.pod("kept"));
        var late = kind.world().run(kind.pod("late").build());
        kind.revoke();
        kind.bind(late);

        attempt.hasNoEffect("the pod is deleted", () -> kind.awaitGone(late));
        assertThat(kind.rita().resource(kept).get().isMarkedForDeletion()).isFalse();
        end(kept);
    }

    @Test
    void aKeptPodGetsNoNewContainerThatReadsTheData(Attempt attempt) {
        var kind = Loan.on(site, RevokeMode.KEEP);
        var kept = kind.running(kind.pod("kept"));
        var volume = Pods.volumeOf(kept, kind.mirror()).getName();
        kind.revoke();

        attempt.refused(
                "pods.mooring.dev",
                "NotShared",
                () -> Pods.debug(
                        site.admin(),
                        kept,
                        new EphemeralContainerBuilder(Pods.debugger("reader", volume))
                                .editFirstVolumeMount()
                                .withReadOnly(true)
                                .endVolumeMount()
                                .build()));
        end(kept);
    }

    private void budgetOfNought(String name) {
        site.admin()
                .resource(new PodDisruptionBudgetBuilder()
                        .withMetadata(World.meta(loan.reader(), name))
                        .withNewSpec()
                        .withMaxUnavailable(new IntOrString(0))
                        .withNewSelector()
                        .endSelector()
                        .endSpec()
                        .build())
                .create();
    }

    private PodBuilder stubborn() {
        return loan.pod("stubborn")
                .editSpec()
                .withTerminationGracePeriodSeconds(ENDLESS)
                .endSpec();
    }

    private void awaitGraceOfAMinute(Pod pod) {
        loan.world()
                .eventually(() -> assertThat(
                                site.admin().resource(pod).get().getMetadata().getDeletionGracePeriodSeconds())
                        .isEqualTo(60));
    }

    /** Ends what only a kubelet would. */
    private void end(Pod pod) {
        site.admin().resource(pod).withGracePeriod(0).delete();
    }
}
