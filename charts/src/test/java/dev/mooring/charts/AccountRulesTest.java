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
                    assertThat(rule.getApiGroups()).doesNotContain("*");
                    assertThat(rule.getResources()).doesNotContain("*");
                    assertThat(rule.getVerbs()).doesNotContain("*", "escalate", "impersonate");
                });
    }

    @Test
    void noRoleReadsSecretsEverywhere() {
        assertThat(MANIFESTS.all(ClusterRole.class))
                .flatExtracting(ClusterRole::getRules)
                .filteredOn(rule -> rule.getResources().contains("secrets"))
                .flatExtracting(PolicyRule::getVerbs)
                .doesNotContain("get", "list", "watch");
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
                .filteredOn(rule -> !rule.getResources().equals(List.of("subjectaccessreviews")))
                .flatExtracting(PolicyRule::getVerbs)
                .containsOnly("list", "watch");
    }

    @Test
    void theControllerDeletesPodsMirrorsAndBindingsAndNothingElse() {
        assertThat(MANIFESTS.only(ClusterRole.class, "mooring-controller").getRules())
                .filteredOn(rule -> rule.getVerbs().contains("delete"))
                .flatExtracting(PolicyRule::getResources)
                .containsExactly("persistentvolumes", "persistentvolumeclaims", "pods", "rolebindings", "roles");
    }
}
