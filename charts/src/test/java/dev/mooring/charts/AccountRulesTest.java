package dev.mooring.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountRulesTest {
    private static final Manifests MANIFESTS = Manifests.of(ChartValues.defaults());

    @Test
    void noRoleHasAWildcardOrAVerbThatGivesMoreThanItSays() {
        assertThat(MANIFESTS.all(ClusterRole.class))
                .flatExtracting(ClusterRole::getRules)
                .allSatisfy(rule -> {
                    assertThat(rule.getApiGroups()).doesNotContain("*", "rbac.authorization.k8s.io");
                    assertThat(rule.getResources()).doesNotContain("*", "secrets");
                    assertThat(rule.getVerbs()).doesNotContain("*", "bind", "escalate", "impersonate");
                });
    }

    @Test
    void theWebhookReadsOneSecretOnly() {
        assertThat(MANIFESTS.only(Role.class, "mooring-webhook").getRules())
                .filteredOn(rule -> rule.getVerbs().contains("get"))
                .extracting(PolicyRule::getResourceNames)
                .containsExactly(List.of("mooring-webhook-tls"));
    }

    @Test
    void theWebhookChangesNothingOfThePeople() {
        assertThat(MANIFESTS.only(ClusterRole.class, "mooring-webhook").getRules())
                .filteredOn(rule -> rule.getResourceNames().isEmpty())
                .flatExtracting(PolicyRule::getVerbs)
                .containsOnly("list", "watch");
    }

    @Test
    void theControllerDeletesPodsAndMirrorsAndNothingElse() {
        assertThat(MANIFESTS.only(ClusterRole.class, "mooring-controller").getRules())
                .filteredOn(rule -> rule.getVerbs().contains("delete"))
                .flatExtracting(PolicyRule::getResources)
                .containsExactly("persistentvolumes", "persistentvolumeclaims", "pods");
    }

    @Test
    void theUserSharesNothing() {
        assertThat(MANIFESTS.only(ClusterRole.class, "mooring-user").getRules())
                .filteredOn(rule -> rule.getApiGroups().contains("mooring.dev"))
                .containsExactly(new PolicyRule(
                        List.of("mooring.dev"),
                        List.of(),
                        List.of(),
                        List.of("datavolumes"),
                        List.of("get", "list", "watch")));
    }
}
