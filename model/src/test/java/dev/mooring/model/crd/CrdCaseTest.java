package dev.mooring.model.crd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrdCaseTest {
    static List<String> refusals() {
        return SchemaFields.ofAllKinds().stream()
                .filter(field -> field.path().isEmpty() || field.path().startsWith("spec"))
                .flatMap(field -> field.refusals().stream())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRuleOfASpecHasAnObjectThatItRefuses(String refusal) {
        assertThat(CrdCase.invalid())
                .extracting(crdCase -> Objects.requireNonNull(crdCase.refusal()).replaceAll("\\[\\d+]", "[]"))
                .anySatisfy(expected -> assertThat(expected).contains(refusal));
    }

    @Test
    void everyInvalidCaseSaysWhatTheAnswerIs() {
        assertThat(CrdCase.invalid())
                .isNotEmpty()
                .allSatisfy(crdCase -> assertThat(crdCase.refusal()).isNotBlank());
    }

    @Test
    void noValidCaseExpectsARefusal() {
        assertThat(CrdCase.valid()).isNotEmpty().extracting(CrdCase::refusal).containsOnlyNulls();
    }
}
