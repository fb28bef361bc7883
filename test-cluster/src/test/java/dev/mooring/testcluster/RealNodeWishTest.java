package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class RealNodeWishTest {
    @Test
    void isPreferredUnlessTheEnvironmentSaysOtherwise() {
        assertThat(RealNodeWish.ofTests(Map.of())).isEqualTo(RealNodeWish.PREFERRED);
        assertThat(RealNodeWish.ofTests(Map.of("MOORING_REAL_NODE", "required")))
                .isEqualTo(RealNodeWish.REQUIRED);
        assertThat(RealNodeWish.ofTests(Map.of("MOORING_REAL_NODE", "off"))).isEqualTo(RealNodeWish.OFF);
    }

    @Test
    void refusesAnyOtherWord() {
        assertThatThrownBy(() -> RealNodeWish.ofTests(Map.of("MOORING_REAL_NODE", "yes")))
                .hasMessage("MOORING_REAL_NODE is \"yes\"; it must be required, preferred or off");
    }

    @Test
    void ofATestThatCannotBeFulfilledSkipsItAndSaysWhy() {
        assertThat(RealNodeCondition.verdict("SomeIT", List.of()).isDisabled()).isFalse();
        ConditionEvaluationResult skipped = RealNodeCondition.verdict("SomeIT", List.of("this is not root"));
        assertThat(skipped.isDisabled()).isTrue();
        assertThat(skipped.getReason()).hasValue(RealNodeWish.refusal(List.of("this is not root")));
    }

    @Test
    void saysAllThatIsMissingAndWhatHelps() {
        assertThat(RealNodeWish.refusal(List.of("this is not root", "there is no program \"runc\"")))
                .isEqualTo("""
                this machine cannot have a real node:
                  - this is not root
                  - there is no program "runc"
                test-cluster/prepare-node installs Debian's packages""");
    }
}
