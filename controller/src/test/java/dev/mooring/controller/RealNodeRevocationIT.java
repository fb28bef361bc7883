package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.RealNode;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of pods that really run, with a real kubelet that mounts, ends and cleans up, and the real scheduler. */
@WithCluster(scheduler = true, realNode = true, exclusive = true)
class RealNodeRevocationIT extends InstalledIT {
    private static final Duration DEADLINE = Duration.ofSeconds(6);
    private static final long GRACE = 5;
    private static final long ENDLESS = 86_400L;
    private static final Duration A_MINUTE_AND_CLEANING_UP = Duration.ofSeconds(75);

    RealNodeRevocationIT(TestCluster cluster) {
        super(cluster, "real", Map.of("MOORING_EVICTION_DEADLINE", DEADLINE.toSeconds() + "s"));
    }

    @Test
    void aPodIsEvictedAndItsMirrorGoesWithIt() {
        var share = sharedByEvicting("evict");
        var pod = running("evict", "train");
        var claim = mooring.boundMirror("real-evict-user", mirrorOf("evict"));
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(pod) && mooring.isGone(claim));
    }

    @Test
    void aPodWithABudgetOfNoughtIsDeletedAfterTheDeadline() {
        var share = sharedByEvicting("budget");
        mooring.budgetOfNought("real-budget-user");
        var pod = running("budget", "train");
        var start = System.nanoTime();
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(pod));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(DEADLINE);
    }

    @Test
    void aPodThatIsBoundLateIsDeletedAndTheOneThatRunsGoesOn() {
        var volume = mooring.readyDataVolume("real", "real-late-origin");
        mooring.readyProject("real", "real-late-user");
        var share = mooring.shareWithProject(volume, "real-late-user");
        var runs = running("late", "runs");
        var late = mooring.make(new PodBuilder(pod("late", "late"))
                .editSpec()
                .withSchedulerName("nobody")
                .endSpec()
                .build());
        admin.resource(share).delete();
        mooring.eventually(() -> mooring.isGone(share));
        mooring.bind(late, RealNode.NAME);

        mooring.eventually(() -> mooring.isGone(late));
        mooring.always(() -> isRunning(runs));
    }

    @Test
    void aPodWithAnEndlessGraceThatHeedsNoSignalIsGoneAfterAMinute() {
        var share = sharedByEvicting("grace");
        var pod = running(new PodBuilder(pod("grace", "train"))
                .editSpec()
                .withTerminationGracePeriodSeconds(ENDLESS)
                .editFirstContainer()
                .withCommand("endure")
                .endContainer()
                .endSpec()
                .build());
        admin.resource(share).delete();
        mooring.eventually(() -> mooring.fresh(pod).isMarkedForDeletion());

        await().between(Duration.ofSeconds(50), A_MINUTE_AND_CLEANING_UP).until(() -> mooring.isGone(pod));
    }

    private DataVolumeShare sharedByEvicting(String about) {
        var user = "real-" + about + "-user";
        var volume = mooring.readyDataVolume("real", "real-" + about + "-origin");
        mooring.readyProject("real", user);
        return mooring.shareThatEvicts(volume, ScopeKind.PROJECT, user, user, Access.READ_ONLY);
    }

    private static String mirrorOf(String about) {
        return "dv.real-" + about + "-origin.imagenet";
    }

    private static Pod pod(String about, String name) {
        return new PodBuilder(Unmade.pod("real-" + about + "-user", name, mirrorOf(about), null))
                .editSpec()
                .withTerminationGracePeriodSeconds(GRACE)
                .editFirstContainer()
                .withImage(RealNode.IMAGE)
                .withCommand("sleep", "infinity")
                .addNewVolumeMount()
                .withName("data")
                .withMountPath("/data")
                .withReadOnly(true)
                .endVolumeMount()
                .endContainer()
                .endSpec()
                .build();
    }

    private Pod running(String about, String name) {
        return running(pod(about, name));
    }

    private Pod running(Pod unmade) {
        var pod = mooring.make(unmade);
        await().atMost(Duration.ofSeconds(60)).until(() -> isRunning(pod));
        return pod;
    }

    private boolean isRunning(Pod pod) {
        return !mooring.isGone(pod)
                && "Running".equals(mooring.fresh(pod).getStatus().getPhase())
                && !mooring.fresh(pod).isMarkedForDeletion();
    }
}
