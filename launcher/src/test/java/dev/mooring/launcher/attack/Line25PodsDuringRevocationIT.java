package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.RevokeMode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pods that are asked for without pause while a share ends. The same under random faults is docs/revocation.md's long run. */
@Attack(line = 25)
class Line25PodsDuringRevocationIT {
    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);

    private final Loan loan;

    Line25PodsDuringRevocationIT(Site site) {
        loan = Loan.on(site, RevokeMode.KEEP);
    }

    /** @param after how long after the end of the share the request was sent */
    private record Answer(Duration after, boolean letIn) {}

    @Test
    void nobodyIsLetInAfterTheBound(Attempt attempt) {
        loan.world().awaitAllowed(loan.pod("probe").build());
        loan.beginToRevoke();
        long end = System.nanoTime();
        List<Answer> answers = new ArrayList<>();
        while (System.nanoTime() - end < LONG_ENOUGH.toNanos()) {
            var after = Duration.ofNanos(System.nanoTime() - end);
            answers.add(new Answer(after, isLetIn()));
        }

        attempt.hasNoEffect(
                "none is let in that is asked for two seconds after the end, nor in the 10,000 random interleavings of"
                        + " [revocation.md](revocation.md)",
                () -> assertThat(answers)
                        .filteredOn(answer -> answer.after().compareTo(BOUND) > 0)
                        .isNotEmpty()
                        .noneMatch(Answer::letIn));
    }

    private boolean isLetIn() {
        try {
            loan.rita().resource(loan.pod("late").build()).dryRun(true).create();
            return true;
        } catch (KubernetesClientException refused) {
            assertThat(refused).hasMessageContaining("pods.mooring.dev");
            return false;
        }
    }
}
