package dev.mooring.charts.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.mooring.charts.policies.GuardedCluster.Trial;
import dev.mooring.testcluster.AuditEvent;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows a real API server the examples for what the chart's values say of inline volumes. */
@WithCluster(exclusive = true)
@TestInstance(Lifecycle.PER_CLASS)
abstract class PolicyExamples {
    private final GuardedCluster guarded;

    PolicyExamples(TestCluster cluster, InlineVolumes inlineVolumes) {
        guarded = GuardedCluster.on(cluster, inlineVolumes);
    }

    @AfterAll
    void close() {
        guarded.close();
    }

    List<Example> refused() {
        return guarded.refused();
    }

    List<Example> allowed() {
        return guarded.allowed();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void turnsTheLastRequestAwayAndTellsTheAuditLogWhy(Example example) {
        var team = guarded.team();
        var steps = example.steps(team);
        guarded.prepare(steps);
        var mark = guarded.cluster().auditLog().mark();

        var refusal =
                catchThrowableOfType(KubernetesClientException.class, () -> guarded.send(steps.getLast(), Trial.REAL));

        assertThat(refusal)
                .hasMessageContaining("ValidatingAdmissionPolicy '" + example.policy() + "'")
                .hasMessageContaining(example.refusal(team));
        assertThat(refusal.getCode()).isEqualTo(403);
        await().untilAsserted(() -> assertThat(guarded.cluster().auditLog().since(mark))
                .extracting(AuditEvent::annotations)
                .anySatisfy(annotations ->
                        assertThat(annotations).containsEntry(example.policy() + "/reason", example.reason())));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void letsEveryRequestThrough(Example example) {
        var steps = example.steps(guarded.team());

        assertThatCode(() -> {
                    guarded.prepare(steps);
                    guarded.send(steps.getLast(), Trial.REAL);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void theApiServerFindsNothingWrongWithTheExpressions(KubernetesClient client) {
        await().untilAsserted(() -> assertThat(
                        client.resources(ValidatingAdmissionPolicy.class).list().getItems())
                .isNotEmpty()
                .allSatisfy(policy -> {
                    assertThat(policy.getStatus().getObservedGeneration())
                            .as(policy.getMetadata().getName())
                            .isEqualTo(policy.getMetadata().getGeneration());
                    assertThat(policy.getStatus().getTypeChecking())
                            .as(policy.getMetadata().getName())
                            .satisfiesAnyOf(
                                    checking -> assertThat(checking).isNull(),
                                    checking -> assertThat(checking.getExpressionWarnings())
                                            .isEmpty());
                }));
    }
}
