package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleViewTest {
    @Test
    void isARoleByALabelThatSaysItsName() {
        assertThat(RoleView.of(role("viewer", "mooring.dev/role", "viewer", rule("mooring.dev", "projects", "get"))))
                .isEqualTo(new RoleView("viewer", "viewer", true, false, false));
    }

    @ParameterizedTest
    @CsvSource({
        "mooring.dev, datavolumes, get, true",
        "mooring.dev, *, get, true",
        "*, datavolumes, *, true",
        "mooring.dev, datavolumes, list, false",
        "mooring.dev, datavolumeshares, get, false",
        "apps, datavolumes, get, false"
    })
    void readsDataVolumesByTheVerbGetOnTheResource(String group, String resource, String verb, boolean reads) {
        assertThat(RoleView.of(role("viewer", "mooring.dev/role", "viewer", rule(group, resource, verb))))
                .isNotNull()
                .extracting(RoleView::readsDataVolumes)
                .isEqualTo(reads);
    }

    @Test
    void isNoneByALabelThatSaysAnother() {
        assertThat(RoleView.of(role("mine", "mooring.dev/role", "viewer", rule("mooring.dev", "projects", "get"))))
                .isNull();
    }

    @Test
    void isWhatARoleReadsAbove() {
        var above =
                role("viewer-above", "mooring.dev/role-above", "viewer", rule("mooring.dev", "environments", "list"));

        assertThat(RoleView.of(above)).isEqualTo(new RoleView("viewer-above", "viewer", false, false, false));
    }

    @ParameterizedTest
    @CsvSource({
        "'', secrets, get",
        "mooring.dev, datavolumes, get",
        "mooring.dev, environments, update",
        "mooring.dev, *, get",
        "mooring.dev, environments, *",
        "*, environments, get"
    })
    void isNothingWhereMoreThanAssetsIsReadAbove(String group, String resource, String verb) {
        var above = role(
                "viewer-above",
                "mooring.dev/role-above",
                "viewer",
                rule("mooring.dev", "environments", "get"),
                rule(group, resource, verb));

        assertThat(RoleView.of(above)).isNull();
    }

    private static PolicyRule rule(String group, String resource, String verb) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resource)
                .withVerbs(verb)
                .build();
    }

    private static ClusterRole role(String name, String label, String value, PolicyRule... rules) {
        return new ClusterRoleBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels(label, value)
                .endMetadata()
                .withRules(rules)
                .build();
    }
}
