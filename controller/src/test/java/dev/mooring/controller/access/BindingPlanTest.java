package dev.mooring.controller.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.index.BindingView;
import dev.mooring.controller.index.ReadObject;
import dev.mooring.model.AccessSubject;
import dev.mooring.model.SubjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BindingPlanTest {
    private static final AccessSubject ANNA = new AccessSubject(SubjectKind.USER, "anna", null);
    private static final AccessSubject BEN = new AccessSubject(SubjectKind.USER, "ben", null);
    private static final Given VIEWER = new Given(Given.Sort.ROLE, "viewer");
    private static final Given VISION = new Given(Given.Sort.PROJECT, "vision");
    private static final ReadObject THE_PROJECT = new ReadObject("projects", "vision");
    private static final RuleFacts HERE = new RuleFacts("viewer", Set.of(ANNA), new RuleFacts.From.HereOrAbove());
    private static final RuleFacts BELOW =
            new RuleFacts("viewer", Set.of(ANNA), new RuleFacts.From.ProjectBelow("vision"));

    @Test
    void makesABindingNamedForItsRole() {
        assertThat(plan(List.of(HERE), List.of(), Map.of()))
                .containsExactly(new AccessAction.MakeBinding(VIEWER, 1, new TreeSet<>(Set.of(ANNA))));
        assertThat(VIEWER.bindingName(1)).isEqualTo("mooring:role:viewer");
    }

    @Test
    void makesTheRoleOfAProjectBeforeItsBinding() {
        assertThat(plan(List.of(BELOW), List.of(), Map.of()))
                .containsExactly(
                        new AccessAction.MakeRole("mooring:project:vision", THE_PROJECT),
                        new AccessAction.MakeBinding(VISION, 1, new TreeSet<>(Set.of(ANNA))));
    }

    @Test
    void setsSubjectsThatAreOthers() {
        assertThat(plan(List.of(HERE), List.of(binding("viewer", true, ANNA, BEN)), Map.of()))
                .containsExactly(new AccessAction.SetSubjects("mooring:role:viewer", new TreeSet<>(Set.of(ANNA))));
    }

    @Test
    void replacesABindingThatGivesSomethingElse() {
        var replaced = List.of(
                new AccessAction.DeleteBinding("mooring:role:viewer"),
                new AccessAction.MakeBinding(VIEWER, 1, new TreeSet<>(Set.of(ANNA))));

        assertThat(plan(List.of(HERE), List.of(binding("editor", true, ANNA)), Map.of()))
                .isEqualTo(replaced);
        assertThat(plan(List.of(HERE), List.of(binding("viewer", false, ANNA)), Map.of()))
                .isEqualTo(replaced);
    }

    @Test
    void takesAwayWhatNoRuleGives() {
        assertThat(plan(
                        List.of(),
                        List.of(binding("viewer", true, ANNA)),
                        Map.of("mooring:project:vision", Optional.of(THE_PROJECT))))
                .containsExactly(
                        new AccessAction.DeleteBinding("mooring:role:viewer"),
                        new AccessAction.DeleteRole("mooring:project:vision"));
    }

    @Test
    void makesARoleSayAgainWhatItMust() {
        assertThat(plan(
                        List.of(BELOW),
                        List.of(new BindingView(
                                "ns", "mooring:project:vision", "mooring:project:vision", false, Set.of(ANNA), "1")),
                        Map.of("mooring:project:vision", Optional.empty())))
                .containsExactly(new AccessAction.SetRole("mooring:project:vision", THE_PROJECT));
    }

    private static List<AccessAction> plan(
            List<RuleFacts> rules, List<BindingView> bindings, Map<String, Optional<ReadObject>> objects) {
        var byName = bindings.stream().collect(Collectors.toMap(BindingView::name, Function.identity()));
        return BindingPlan.plan(
                        new AccessFacts(rules, Map.of("viewer", new RoleFacts(false, true, true)), byName, objects))
                .actions();
    }

    private static BindingView binding(String role, boolean ofClusterRole, AccessSubject... subjects) {
        return new BindingView("ns", "mooring:role:viewer", role, ofClusterRole, Set.of(subjects), "1");
    }
}
