package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.RevokeMode;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was admitted before a revocation and waits: a pod behind a gate, a job that is suspended. */
@Attack(line = 26)
class Line26QueuedPodsIT {
    private final Site site;
    private final Loan loan;

    Line26QueuedPodsIT(Site site) {
        this.site = site;
        loan = Loan.on(site, RevokeMode.KEEP);
    }

    @Test
    void aPodBehindAGateIsDeletedWhenItGetsANode(Attempt attempt) {
        var pod = loan.world()
                .run(loan.pod("gated")
                        .editSpec()
                        .addNewSchedulingGate("example.com/queue")
                        .endSpec()
                        .build());
        loan.world().boundMirror(loan.reader(), loan.mirror());
        loan.revoke();
        loan.rita()
                .resource(pod)
                .edit(found -> new PodBuilder(found)
                        .editSpec()
                        .withSchedulingGates(List.of())
                        .endSpec()
                        .build());
        loan.bind(pod);

        attempt.hasNoEffect("the mirror is gone, and the pod is deleted", () -> {
            assertThat(loan.rita()
                            .persistentVolumeClaims()
                            .inNamespace(loan.reader())
                            .withName(loan.mirror())
                            .get())
                    .isNull();
            loan.awaitGone(pod);
        });
    }

    @Test
    void podsOfAJobThatWasSuspendedAreRefused(Attempt attempt) {
        loan.world().awaitAllowed(loan.pod("probe").build());
        var job = loan.rita()
                .resource(new JobBuilder((Job) Workload.JOB.of(loan.pod("queued")))
                        .editSpec()
                        .withSuspend(true)
                        .endSpec()
                        .build())
                .create();
        loan.revoke();
        var mark = site.auditLog().mark();
        loan.rita().resource(job).patch(Merge.PATCH, "{\"spec\": {\"suspend\": false}}");

        attempt.refusedLater("pods.mooring.dev", "NotShared", mark, "pods", loan.reader());
        loan.rita().resource(job).delete();
    }
}
