package dev.mooring.controller.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.AccessSubject;
import dev.mooring.model.SubjectKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WantedTest {
    private static final AccessSubject ANNA = user("anna");
    private static final AccessSubject BEN = user("ben");
    private static final RuleFacts.From HERE = new RuleFacts.From.HereOrAbove();
    private static final RuleFacts.From VISION = new RuleFacts.From.ProjectBelow("vision");
    private static final RuleFacts.From RESEARCH = new RuleFacts.From.DepartmentBelow("research");
    private static final RuleFacts.From FAR = new RuleFacts.From.FarBelow();
    private static final Map<String, RoleFacts> ROLES = Map.of(
            "viewer", new RoleFacts(true, true, true),
            "l2-researcher", new RoleFacts(true, true, false),
            "annotator", new RoleFacts(false, false, false));

    @Test
    void aRuleHereOrAboveGivesItsRoleAndNothingElse() {
        assertThat(Wanted.of(List.of(rule("viewer", HERE, ANNA)), ROLES))
                .isEqualTo(Map.of(new Given(Given.Sort.ROLE, "viewer"), Set.of(ANNA)));
    }

    @Test
    void theSubjectsOfRulesWithOneRoleAreMerged() {
        assertThat(Wanted.of(List.of(rule("viewer", HERE, ANNA), rule("viewer", HERE, BEN)), ROLES))
                .isEqualTo(Map.of(new Given(Given.Sort.ROLE, "viewer"), Set.of(ANNA, BEN)));
    }

    @Test
    void aRuleOfAProjectBelowGivesWhatItsRoleReadsAboveAndTheProject() {
        assertThat(Wanted.of(List.of(rule("viewer", VISION, ANNA)), ROLES))
                .isEqualTo(Map.of(
                        new Given(Given.Sort.ABOVE, "viewer"), Set.of(ANNA),
                        new Given(Given.Sort.PROJECT, "vision"), Set.of(ANNA)));
    }

    @Test
    void aRuleOfADepartmentBelowGivesTheDepartmentIfItsRoleReadsDepartments() {
        assertThat(Wanted.of(List.of(rule("viewer", RESEARCH, ANNA), rule("l2-researcher", RESEARCH, BEN)), ROLES))
                .isEqualTo(Map.of(
                        new Given(Given.Sort.ABOVE, "viewer"), Set.of(ANNA),
                        new Given(Given.Sort.ABOVE, "l2-researcher"), Set.of(BEN),
                        new Given(Given.Sort.DEPARTMENT, "research"), Set.of(ANNA)));
    }

    @Test
    void aRuleFurtherBelowGivesOnlyWhatItsRoleReadsAbove() {
        assertThat(Wanted.of(List.of(rule("viewer", FAR, ANNA)), ROLES))
                .isEqualTo(Map.of(new Given(Given.Sort.ABOVE, "viewer"), Set.of(ANNA)));
    }

    @Test
    void aRoleWithoutRightsAboveReadsNothingThere() {
        assertThat(Wanted.of(List.of(rule("annotator", VISION, ANNA), rule("annotator", FAR, ANNA)), ROLES))
                .isEmpty();
    }

    @Test
    void aRoleThatDoesNotExistGivesNothing() {
        assertThat(Wanted.of(List.of(rule("cluster-admin", HERE, ANNA)), ROLES)).isEmpty();
    }

    private static RuleFacts rule(String role, RuleFacts.From from, AccessSubject... subjects) {
        return new RuleFacts(role, Set.of(subjects), from);
    }

    private static AccessSubject user(String name) {
        return new AccessSubject(SubjectKind.USER, name, null);
    }
}
