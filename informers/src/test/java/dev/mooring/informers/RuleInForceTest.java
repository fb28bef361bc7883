package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.AccessRule;
import dev.mooring.model.AccessSubject;
import dev.mooring.model.SubjectKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleInForceTest {
    private static final String RULE = """
            apiVersion: mooring.dev/v1alpha1
            kind: AccessRule
            metadata:
              name: researchers
              namespace: robotics
              generation: 2
            spec:
              role: researcher
              subjects:
                - kind: User
                  name: anna
            status:
              conditions:
                - type: Ready
                  status: "True"
                  observedGeneration: 2
                  reason: Ready
                  message: ""
                  lastTransitionTime: "2026-11-24T10:00:00Z"
            """;

    @Test
    void isARuleThatIsReady() {
        assertThat(of(RULE))
                .isEqualTo(new RuleInForce(
                        "robotics", "researcher", Set.of(new AccessSubject(SubjectKind.USER, "anna", null))));
    }

    @Test
    void isNoneWhoseBindingsAreNotAllThere() {
        assertThat(of(RULE.replace("\"True\"", "\"False\""))).isNull();
    }

    @Test
    void isNoneThatHasBeenChangedSince() {
        assertThat(of(RULE.replace("observedGeneration: 2", "observedGeneration: 1")))
                .isNull();
    }

    @Test
    void isNoneOfWhichNothingIsKnownYet() {
        assertThat(of(RULE.substring(0, RULE.indexOf("status:")))).isNull();
    }

    @Test
    void isNoneThatIsBeingDeleted() {
        assertThat(of(RULE.replace(
                        "generation: 2\nspec",
                        "generation: 2\n  deletionTimestamp: \"" + Objects.DELETED + "\"\nspec")))
                .isNull();
    }

    private static @Nullable RuleInForce of(String yaml) {
        return RuleInForce.of(Objects.read(AccessRule.class, yaml));
    }
}
