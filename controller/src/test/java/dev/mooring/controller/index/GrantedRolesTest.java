package dev.mooring.controller.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantedRolesTest {
    @Test
    void areThoseThatTheRuleNames() {
        assertThat(GrantedRoles.of(bind("viewer", "editor"))).isEqualTo(new GrantedRoles(Set.of("viewer", "editor")));
    }

    @Test
    void areNoneWhereNothingIsSaidOfGiving() {
        assertThat(GrantedRoles.of(new ClusterRoleBuilder().build())).isEqualTo(new GrantedRoles(Set.of()));
    }

    @Test
    void areNoListWhereTheRuleNamesNoRoleAndSoMeansAll() {
        assertThat(GrantedRoles.of(bind())).isNull();
    }

    private static ClusterRole bind(String... roles) {
        return new ClusterRoleBuilder()
                .withRules(new PolicyRuleBuilder()
                        .withApiGroups("rbac.authorization.k8s.io")
                        .withResources("clusterroles")
                        .withResourceNames(roles)
                        .withVerbs("bind")
                        .build())
                .build();
    }
}
