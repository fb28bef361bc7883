package dev.mooring.controller.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.object.Readiness;
import dev.mooring.decision.StateReason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccessRuleReportsTest {
    private static final RefusedBinding QUOTA =
            new RefusedBinding("RoleBinding", "department-research", "mooring:above:viewer", "exceeded quota");

    @Test
    void saysThatARuleOutsideAllScopesGivesNothing() {
        assertThat(AccessRuleReports.of(
                        new AccessRuleFacts("lost", "viewer", RoleState.GIVEN, 0, List.of(), List.of())))
                .isEqualTo(new AccessRuleReport(
                        0,
                        List.of(),
                        Readiness.notReady(
                                StateReason.NOT_IN_A_SCOPE,
                                "namespace \"lost\" is no scope's, or its project or department is not ready; make the rule in"
                                        + " the namespace of a project, of a department or of the cluster scope")));
    }

    @Test
    void saysThatTheRoleDoesNotExist() {
        assertThat(AccessRuleReports.of(
                        new AccessRuleFacts("vision", "annotator", RoleState.MISSING, 1, List.of(), List.of())))
                .isEqualTo(new AccessRuleReport(
                        0,
                        List.of(),
                        Readiness.notReady(
                                StateReason.ROLE_MISSING,
                                "role \"annotator\" does not exist: there is no ClusterRole of that name that is labelled"
                                        + " mooring.dev/role")));
    }

    @Test
    void saysThatTheChartDoesNotListTheRole() {
        assertThat(AccessRuleReports.of(new AccessRuleFacts(
                        "vision", "annotator", RoleState.NOT_LISTED, 1, List.of("vision"), List.of())))
                .isEqualTo(new AccessRuleReport(
                        1,
                        List.of("vision"),
                        Readiness.notReady(
                                StateReason.ROLE_NOT_LISTED,
                                "role \"annotator\" is none that access rules give; list it in roles.additional of the chart,"
                                        + " or delete the rule")));
    }

    @Test
    void saysHowManyBindingsAreMissing() {
        assertThat(AccessRuleReports.of(new AccessRuleFacts(
                        "department-research", "viewer", RoleState.GIVEN, 3, List.of("vision"), List.of())))
                .isEqualTo(new AccessRuleReport(
                        1,
                        List.of("vision"),
                        Readiness.notReady(
                                StateReason.BINDINGS_MISSING, "role \"viewer\" is bound in 1 of 3 namespaces")));
    }

    @Test
    void saysWhichBindingCouldNotBeWrittenAndWhy() {
        var facts = new AccessRuleFacts("vision", "viewer", RoleState.GIVEN, 1, List.of("vision"), List.of(QUOTA));

        assertThat(AccessRuleReports.of(facts))
                .isEqualTo(new AccessRuleReport(
                        1,
                        List.of("vision"),
                        Readiness.notReady(
                                StateReason.BINDING_REFUSED,
                                "RoleBinding \"mooring:above:viewer\" in namespace \"department-research\" could not be"
                                        + " written: exceeded quota")));
    }

    @Test
    void saysHowManyMoreCouldNotBeWritten() {
        var facts = new AccessRuleFacts(
                "vision", "viewer", RoleState.GIVEN, 1, List.of("vision"), List.of(QUOTA, QUOTA, QUOTA));

        assertThat(AccessRuleReports.of(facts).readiness().message()).endsWith("quota; the same goes for 2 more");
    }

    @Test
    void saysWhereTheRoleIsHeld() {
        assertThat(AccessRuleReports.of(
                        new AccessRuleFacts("vision", "viewer", RoleState.GIVEN, 1, List.of("vision"), List.of())))
                .isEqualTo(new AccessRuleReport(
                        1,
                        List.of("vision"),
                        Readiness.ready(
                                StateReason.ROLE_GRANTED, "its subjects have role \"viewer\" in one namespace")));
    }

    @Test
    void namesTheFirstTenNamespacesAndCountsAll() {
        List<String> bound =
                IntStream.range(0, 12).mapToObj(number -> "p" + (21 - number)).toList();

        var report = AccessRuleReports.of(
                new AccessRuleFacts("department-research", "viewer", RoleState.GIVEN, 13, bound, List.of()));

        assertThat(report.bindings()).isEqualTo(12);
        assertThat(report.namespaces())
                .containsExactly("p10", "p11", "p12", "p13", "p14", "p15", "p16", "p17", "p18", "p19");
    }
}
