package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.index.BindingView;
import dev.mooring.controller.index.GrantedRoles;
import dev.mooring.controller.index.Indexes;
import dev.mooring.controller.object.ObjectKey;
import dev.mooring.informers.AccessRuleView;
import dev.mooring.informers.DepartmentView;
import dev.mooring.informers.ProjectView;
import dev.mooring.informers.RoleView;
import dev.mooring.model.NamespaceIdentity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Which keys a change wakes up, in a world of two departments: {@code research} has the projects {@code vision} and {@code
 * maps}, {@code labs} has {@code speech}. Each scope has a rule that gives the role viewer.
 */
class AccessWakeUpsTest {
    private static final String CLUSTER = "mooring-cluster";
    private static final DepartmentView RESEARCH = department("research");
    private static final DepartmentView LABS = department("labs");
    private static final ProjectView VISION = project("research", "vision");
    private static final ProjectView MAPS = project("research", "maps");
    private static final ProjectView SPEECH = project("labs", "speech");
    private static final List<AccessRuleView> RULES =
            List.of(rule(CLUSTER), rule("department-research"), rule("vision"), rule("speech"));

    private final Indexes indexes = Indexes.empty();
    private final Set<String> woken = new TreeSet<>();
    private final AccessWakeUps wakeUps = new AccessWakeUps(
            indexes,
            () -> List.of(RESEARCH, LABS),
            CLUSTER,
            namespace -> woken.add("in " + namespace),
            namespace -> woken.add("changed in " + namespace),
            new Waker() {
                @Override
                public void now(ObjectKey key) {
                    woken.add("rule " + key);
                }

                @Override
                public void soon(ObjectKey key) {
                    woken.add("rule " + key + " soon");
                }
            });

    @BeforeEach
    void fill() {
        List.of(RESEARCH, LABS)
                .forEach(department ->
                        indexes.departmentsByNamespace().changed(CLUSTER + "/" + department.name(), null, department));
        List.of(VISION, MAPS, SPEECH).forEach(project -> {
            var key = project.departmentNamespace() + "/" + project.name();
            indexes.projectsByName().changed(key, null, project);
            indexes.projectsByDepartment().changed(key, null, project);
        });
        RULES.forEach(rule -> {
            indexes.rulesByNamespace().changed(rule.namespace() + "/" + rule.name(), null, rule);
            indexes.rulesByRole().changed(rule.namespace() + "/" + rule.name(), null, rule);
        });
    }

    @Test
    void aRuleOfAProjectConcernsTheProjectAndTheScopesAbove() {
        wakeUps.rule("vision/viewers", null, rule("vision"));

        assertThat(woken)
                .containsExactly("in department-research", "in mooring-cluster", "in vision", "rule vision/viewers");
    }

    @Test
    void aRuleOfADepartmentConcernsItsProjectsToo() {
        wakeUps.rule("department-research/viewers", rule("department-research"), null);

        assertThat(woken)
                .containsExactly(
                        "in department-research",
                        "in maps",
                        "in mooring-cluster",
                        "in vision",
                        "rule department-research/viewers");
    }

    @Test
    void aRuleOfTheClusterConcernsEveryScope() {
        wakeUps.rule("mooring-cluster/viewers", null, rule(CLUSTER));

        assertThat(woken)
                .contains(
                        "in department-labs",
                        "in department-research",
                        "in maps",
                        "in mooring-cluster",
                        "in speech",
                        "in vision");
    }

    @Test
    void aBindingConcernsItsNamespaceAndTheStatusOfTheRulesThatReachIt() {
        wakeUps.binding(
                "vision/mooring:role:viewer",
                new BindingView("vision", "mooring:role:viewer", "viewer", true, Set.of(), "1"),
                null);

        assertThat(woken)
                .containsExactly(
                        "changed in vision",
                        "rule department-research/viewers soon",
                        "rule mooring-cluster/viewers soon",
                        "rule vision/viewers soon");
    }

    @Test
    void aProjectConcernsItselfItsDepartmentAndTheRulesThatReachIt() {
        wakeUps.project("department-research/maps", null, MAPS);

        assertThat(woken)
                .containsExactly(
                        "in department-research",
                        "in maps",
                        "in mooring-cluster",
                        "rule department-research/viewers soon",
                        "rule mooring-cluster/viewers soon");
    }

    @Test
    void aProjectThatLeftItsDepartmentStillConcernsThat() {
        indexes.projectsByName().changed("department-research/maps", MAPS, null);
        indexes.projectsByDepartment().changed("department-research/maps", MAPS, null);

        wakeUps.project("department-research/maps", MAPS, null);

        assertThat(woken).contains("in department-research", "in maps", "in mooring-cluster");
    }

    @Test
    void aDepartmentConcernsItsProjectsAndTheirRules() {
        wakeUps.department("mooring-cluster/research", null, RESEARCH);

        assertThat(woken)
                .containsExactly(
                        "in department-research",
                        "in maps",
                        "in mooring-cluster",
                        "in vision",
                        "rule department-research/viewers soon",
                        "rule mooring-cluster/viewers soon",
                        "rule vision/viewers soon");
    }

    @Test
    void whatFailsInADepartmentIsToldByTheRulesOfItsProjectsAndTriesNothing() {
        wakeUps.rulesThatReach("department-labs");

        assertThat(woken).containsExactly("rule mooring-cluster/viewers soon", "rule speech/viewers soon");
    }

    @Test
    void aRoleConcernsAllScopesThatHaveARuleWithIt() {
        wakeUps.role("viewer-above", null, new RoleView("viewer-above", "viewer", false, false, false));

        assertThat(woken)
                .contains("in speech", "in vision", "rule speech/viewers soon", "rule mooring-cluster/viewers soon");
    }

    @Test
    void aRoleThatComesOntoTheListOrLeavesItConcernsItsRules() {
        var listed = new GrantedRoles(Set.of("viewer", "editor"));
        var unlisted = new GrantedRoles(Set.of("editor"));

        wakeUps.grantedRoles(GrantedRoles.CLUSTER_ROLE, listed, unlisted);
        assertThat(woken).contains("in speech", "rule speech/viewers soon");
        woken.clear();
        wakeUps.grantedRoles(GrantedRoles.CLUSTER_ROLE, unlisted, listed);
        assertThat(woken).contains("in speech", "rule speech/viewers soon");
    }

    @Test
    void aRoleThatStaysOnTheListConcernsNobody() {
        wakeUps.grantedRoles(
                GrantedRoles.CLUSTER_ROLE,
                new GrantedRoles(Set.of("viewer")),
                new GrantedRoles(Set.of("viewer", "editor")));

        assertThat(woken).isEmpty();
    }

    @Test
    void aRoleThatNoRuleNamesConcernsNobody() {
        wakeUps.role("editor", null, new RoleView("editor", "editor", true, true, false));

        assertThat(woken).isEmpty();
    }

    private static DepartmentView department(String name) {
        return new DepartmentView(
                CLUSTER, name, name + "-uid", new NamespaceIdentity("department-" + name, name + "-namespace"), false);
    }

    private static ProjectView project(String department, String name) {
        return new ProjectView("department-" + department, name, name + "-uid", name + "-namespace", false);
    }

    private static AccessRuleView rule(String namespace) {
        return new AccessRuleView(namespace, "viewers", "viewer", Set.of(), false);
    }
}
