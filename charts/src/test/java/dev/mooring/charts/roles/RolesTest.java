package dev.mooring.charts.roles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.charts.ChartValues;
import dev.mooring.charts.Manifests;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RolesTest {
    private static final RoleTables TABLES = RoleTables.read();
    private static final Map<String, ClusterRole> ROLES = labelled("mooring.dev/role", ChartValues.defaults());
    private static final Map<String, ClusterRole> ABOVE = labelled("mooring.dev/role-above", ChartValues.defaults());

    static Set<String> roles() {
        return TABLES.letters().keySet();
    }

    @Test
    void theChartShipsTheRolesOfTheTableAndNoOthers() {
        assertThat(ROLES.keySet()).hasSize(15).isEqualTo(roles());
        assertThat(ABOVE.keySet()).isEqualTo(roles());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aRoleIsNamedAsItsLabelSays(String role) {
        assertThat(one(ROLES, role).getMetadata().getName()).isEqualTo(role);
        assertThat(one(ABOVE, role).getMetadata().getName()).isEqualTo(role + "-above");
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aRoleHasTheRightsOfItsLettersAndNoOthers(String role) {
        assertThat(Right.of(one(ROLES, role))).isEqualTo(TABLES.rights(role));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aRoleReadsTheAssetsOfItsLettersAboveAndNothingElse(String role) {
        assertThat(Right.of(one(ABOVE, role))).isEqualTo(TABLES.rightsAbove(role));
    }

    @Test
    void nobodyReadsSecrets() {
        assertThat(ROLES.values())
                .flatExtracting(Right::of)
                .filteredOn(right -> right.resource().equals("secrets"))
                .isNotEmpty()
                .extracting(Right::verb)
                .containsOnly("create", "update", "patch", "delete");
    }

    @Test
    void nothingIsWrittenAboveOrReadThereButAssets() {
        assertThat(ABOVE.values()).flatExtracting(Right::of).isNotEmpty().allSatisfy(right -> {
            assertThat(right.group()).isEqualTo("mooring.dev");
            assertThat(right.verb()).isIn("get", "list", "watch");
        });
    }

    @Test
    void theControllerGivesAwayTheRolesOfTheChartAndThoseOfItsListOnly() {
        var values = ChartValues.defaults().with("roles.additional", List.of("annotator"));
        var controller = Manifests.of(values).only(ClusterRole.class, "mooring-controller");

        assertThat(controller.getRules())
                .filteredOn(rule -> rule.getVerbs().contains("bind"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.getVerbs()).containsExactly("bind");
                    assertThat(rule.getResources()).containsExactly("clusterroles");
                    assertThat(rule.getResourceNames())
                            .contains("annotator", "annotator-above")
                            .hasSize(2 * roles().size() + 2)
                            .containsAll(roles());
                });
    }

    @Test
    void aRoleOfOnesOwnIsNotMadeByTheChart() {
        var values = ChartValues.defaults().with("roles.additional", List.of("annotator"));

        assertThat(labelled("mooring.dev/role", values).keySet()).isEqualTo(roles());
    }

    @Test
    void bindingIsAlwaysLimitedToNamedRoles() {
        assertThat(Manifests.of(ChartValues.defaults()).all(ClusterRole.class))
                .flatExtracting(ClusterRole::getRules)
                .filteredOn(rule -> rule.getVerbs().contains("bind"))
                .isNotEmpty()
                .extracting(PolicyRule::getResourceNames)
                .noneMatch(List::isEmpty);
    }

    private static ClusterRole one(Map<String, ClusterRole> roles, String name) {
        return Objects.requireNonNull(roles.get(name), name);
    }

    private static Map<String, ClusterRole> labelled(String key, ChartValues values) {
        return Manifests.of(values).all(ClusterRole.class).stream()
                .filter(role -> role.getMetadata().getLabels().containsKey(key))
                .collect(Collectors.toMap(role -> role.getMetadata().getLabels().get(key), Function.identity()));
    }
}
