package dev.mooring.charts.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.charts.ChartValues;
import dev.mooring.charts.Manifests;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known about the roles without looking at the tables: a table that was changed by mistake fails here. */
class WhoMayTest {
    private static final Set<ClusterRole> ROLES = Manifests.of(ChartValues.defaults()).all(ClusterRole.class).stream()
            .filter(role -> role.getMetadata().getLabels().containsKey("mooring.dev/role"))
            .collect(Collectors.toSet());

    @ParameterizedTest
    @CsvSource({
        "departments, system-administrator editor application-administrator",
        "projects, system-administrator department-administrator editor research-manager application-administrator",
        "accessrules, system-administrator department-administrator editor research-manager application-administrator",
        "environments, system-administrator department-administrator editor research-manager environment-administrator"
                + " l1-researcher application-administrator",
        "datasources, system-administrator department-administrator editor research-manager data-source-administrator"
                + " l1-researcher application-administrator",
        "computeresources, system-administrator department-administrator editor research-manager"
                + " compute-resource-administrator l1-researcher application-administrator",
        "credentials, system-administrator department-administrator editor research-manager credentials-administrator"
                + " l1-researcher application-administrator",
        "datavolumes, system-administrator department-administrator editor research-manager data-volume-administrator"
                + " l1-researcher",
        "datavolumeshares, system-administrator department-administrator editor research-manager"
                + " data-volume-administrator",
        "workspaces, system-administrator department-administrator editor l1-researcher l2-researcher ml-engineer"
                + " application-administrator",
    })
    void createsChangesAndDeletes(String resource, String roles) {
        assertThat(whoMay("create", "mooring.dev", resource)).containsExactlyInAnyOrder(roles.split(" "));
        assertThat(whoMay("patch", "mooring.dev", resource)).isEqualTo(whoMay("create", "mooring.dev", resource));
        assertThat(whoMay("update", "mooring.dev", resource)).isEqualTo(whoMay("create", "mooring.dev", resource));
        assertThat(whoMay("delete", "mooring.dev", resource)).isEqualTo(whoMay("create", "mooring.dev", resource));
    }

    @ParameterizedTest
    @CsvSource({
        "departments, l1-researcher l2-researcher",
        "projects, ''",
        "workspaces, ''",
        "environments, ''",
        "datasources, ''",
        "computeresources, ''",
        "credentials, environment-administrator compute-resource-administrator department-viewer",
        "datavolumes, ''",
    })
    void isReadByAllBut(String resource, String others) {
        var expected = ROLES.stream()
                .map(role -> role.getMetadata().getName())
                .filter(name -> !Set.of(others.split(" ")).contains(name))
                .collect(Collectors.toSet());

        assertThat(whoMay("list", "mooring.dev", resource)).isEqualTo(expected);
    }

    @Test
    void sharesAreSeenByThoseOnlyWhoMakeThem() {
        assertThat(whoMay("list", "mooring.dev", "datavolumeshares"))
                .isEqualTo(whoMay("create", "mooring.dev", "datavolumeshares"));
    }

    @Test
    void podsAreMadeAndEnteredByThoseOnlyWhoMakeWorkloads() {
        assertThat(whoMay("create", "", "pods")).isEqualTo(whoMay("create", "mooring.dev", "workspaces"));
        assertThat(whoMay("create", "", "pods/exec")).isEqualTo(whoMay("create", "mooring.dev", "workspaces"));
    }

    @Test
    void everyRoleAsksWhatItMayUse() {
        assertThat(whoMay("create", "mooring.dev", "datavolumereviews")).hasSize(ROLES.size());
    }

    @ParameterizedTest
    @CsvSource({
        "system-administrator, ''",
        "editor, ''",
        "department-administrator, system-administrator editor application-administrator",
        "research-manager, system-administrator editor application-administrator department-administrator"
                + " l1-researcher l2-researcher ml-engineer",
        "application-administrator, system-administrator editor department-administrator research-manager"
                + " l1-researcher data-volume-administrator",
    })
    void grantsAllRolesBut(String role, String others) {
        var beyond = Set.of(others.split(" "));

        assertThat(grantedBy(role))
                .isEqualTo(ROLES.stream()
                        .map(other -> other.getMetadata().getName())
                        .filter(name -> !beyond.contains(name))
                        .collect(Collectors.toSet()));
    }

    @Test
    void nobodyElseGrantsRoles() {
        assertThat(ROLES.stream()
                        .map(role -> role.getMetadata().getName())
                        .filter(role -> !grantedBy(role).isEmpty())
                        .collect(Collectors.toSet()))
                .isEqualTo(whoMay("create", "mooring.dev", "accessrules"));
    }

    private static Set<String> grantedBy(String role) {
        return ROLES.stream()
                .filter(one -> one.getMetadata().getName().equals(role))
                .flatMap(one -> Right.of(one).stream())
                .filter(right -> right.verb().equals("bind") && right.resource().equals("clusterroles"))
                .map(Right::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> whoMay(String verb, String group, String resource) {
        return ROLES.stream()
                .filter(role -> Right.of(role).contains(new Right(verb, group, resource, Right.ANY)))
                .map(role -> role.getMetadata().getName())
                .collect(Collectors.toSet());
    }
}
