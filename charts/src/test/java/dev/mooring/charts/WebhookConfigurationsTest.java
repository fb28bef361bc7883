package dev.mooring.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.MatchCondition;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.RuleWithOperations;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhook;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookConfigurationsTest {
    private static final List<MutatingWebhook> MUTATING =
            Manifests.of(ChartValues.defaults()).mutating();
    private static final List<ValidatingWebhook> VALIDATING =
            Manifests.of(ChartValues.defaults()).validating();

    @Test
    void mutationOfPodsIsIgnoredWhenItFailsAndRepeatedWhenOthersChangeThem() {
        assertThat(MUTATING)
                .extracting(
                        MutatingWebhook::getName,
                        MutatingWebhook::getFailurePolicy,
                        MutatingWebhook::getTimeoutSeconds,
                        MutatingWebhook::getReinvocationPolicy)
                .containsExactly(
                        tuple("pods.mooring.dev", "Ignore", 2, "IfNeeded"),
                        tuple("shares.mooring.dev", "Fail", 3, null),
                        tuple("reviews.mooring.dev", "Fail", 3, null));
    }

    @Test
    void validationOfPodsAndSharesFailsClosedAndOfWorkloadsOpen() {
        assertThat(VALIDATING)
                .extracting(
                        ValidatingWebhook::getName,
                        ValidatingWebhook::getFailurePolicy,
                        ValidatingWebhook::getTimeoutSeconds)
                .containsExactly(
                        tuple("pods.mooring.dev", "Fail", 3),
                        tuple("pods-inline.mooring.dev", "Fail", 3),
                        tuple("workloads.mooring.dev", "Ignore", 2),
                        tuple("workloads-inline.mooring.dev", "Ignore", 2),
                        tuple("volumes.mooring.dev", "Ignore", 2),
                        tuple("shares.mooring.dev", "Fail", 3));
    }

    @Test
    void allHaveNoSideEffectsMatchEquivalentVersionsAndSpeakV1() {
        assertThat(MUTATING)
                .extracting(
                        MutatingWebhook::getSideEffects,
                        MutatingWebhook::getMatchPolicy,
                        MutatingWebhook::getAdmissionReviewVersions)
                .containsOnly(tuple("None", "Equivalent", List.of("v1")));
        assertThat(VALIDATING)
                .extracting(
                        ValidatingWebhook::getSideEffects,
                        ValidatingWebhook::getMatchPolicy,
                        ValidatingWebhook::getAdmissionReviewVersions)
                .containsOnly(tuple("None", "Equivalent", List.of("v1")));
    }

    @Test
    void ephemeralContainersHaveARuleOfTheirOwn() {
        assertThat(VALIDATING.getFirst().getRules())
                .extracting(RuleWithOperations::getResources, RuleWithOperations::getOperations)
                .containsExactly(
                        tuple(List.of("pods"), List.of("CREATE")),
                        tuple(List.of("pods/ephemeralcontainers"), List.of("UPDATE")));
    }

    @Test
    void workloadsAreJudgedWithoutTheirSubresources() {
        assertThat(named("workloads.mooring.dev").getRules())
                .isEqualTo(named("workloads-inline.mooring.dev").getRules())
                .flatExtracting(RuleWithOperations::getResources)
                .containsExactly("deployments", "statefulsets", "daemonsets", "replicasets", "jobs", "cronjobs");
    }

    @Test
    void storageThatPodsNameThemselvesIsLookedAtInProjectsOnly() {
        assertThat(VALIDATING)
                .filteredOn(webhook -> webhook.getNamespaceSelector().getMatchExpressions().stream()
                        .anyMatch(one -> one.getKey().equals("mooring.dev/scope")
                                && one.getOperator().equals("In")
                                && one.getValues().equals(List.of("project"))))
                .extracting(ValidatingWebhook::getName)
                .containsExactly("pods-inline.mooring.dev", "workloads-inline.mooring.dev");
    }

    @Test
    void theVolumesOfMirrorsAreNotSent() {
        assertThat(named("volumes.mooring.dev").getMatchConditions())
                .extracting(MatchCondition::getExpression)
                .containsExactly(
                        "request.userInfo.username != 'system:serviceaccount:mooring-system:mooring-controller'");
    }

    @Test
    void podsThatAskForNothingAreNotSent() {
        assertThat(MUTATING.getFirst().getMatchConditions())
                .isEqualTo(VALIDATING.getFirst().getMatchConditions())
                .extracting(MatchCondition::getExpression)
                .containsExactly("object.?metadata.annotations.orValue({}).exists(k, k.startsWith('mooring.dev/'))"
                        + " || object.?spec.volumes.orValue([])"
                        + ".exists(v, v.?persistentVolumeClaim.claimName.orValue('').matches('^dv(rw)?[.]'))");
    }

    private static ValidatingWebhook named(String name) {
        return VALIDATING.stream()
                .filter(webhook -> webhook.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
