package dev.mooring.controller.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.StateReason;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T18:00:00.123Z");
    private static final Readiness READY = Readiness.ready(StateReason.READY, "is ready");
    private static final Condition BEFORE = new ConditionBuilder()
            .withType("Ready")
            .withStatus("True")
            .withReason("Ready")
            .withMessage("is ready")
            .withObservedGeneration(1L)
            .withLastTransitionTime("2026-01-01T00:00:00Z")
            .build();

    @Test
    void theFirstConditionBeginsNow() {
        assertThat(Conditions.of(READY, 2, List.of(), NOW))
                .containsExactly(new ConditionBuilder(BEFORE)
                        .withObservedGeneration(2L)
                        .withLastTransitionTime("2026-11-24T18:00:00Z")
                        .build());
    }

    @Test
    void anUnchangedStatusKeepsItsTime() {
        assertThat(Conditions.of(READY, 1, List.of(BEFORE), NOW)).containsExactly(BEFORE);
    }

    @Test
    void aChangedStatusBeginsNow() {
        assertThat(Conditions.of(Readiness.notReady(StateReason.CLAIM_MISSING, "is gone"), 1, List.of(BEFORE), NOW))
                .extracting(Condition::getStatus, Condition::getLastTransitionTime)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("False", "2026-11-24T18:00:00Z"));
    }

    @Test
    void anotherReasonIsNews() {
        var other = new ConditionBuilder(BEFORE).withReason("Other").build();

        assertThat(Conditions.isNews(List.of(BEFORE), List.of(other))).isTrue();
    }

    @Test
    void anotherMessageIsNoNews() {
        var other = new ConditionBuilder(BEFORE).withMessage("is still ready").build();

        assertThat(Conditions.isNews(List.of(BEFORE), List.of(other))).isFalse();
    }
}
