package dev.mooring.charts.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.charts.ChartRenderer;
import dev.mooring.charts.ChartValues;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.AuditAnnotation;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    /** By which the chart has all its policies. */
    private static final ChartValues STRICTEST = InlineVolumes.REFUSE.in(ChartValues.defaults());

    private static final List<ValidatingAdmissionPolicy> POLICIES =
            rendered(STRICTEST, ValidatingAdmissionPolicy.class);
    private static final Set<String> NAMES = names(POLICIES);
    private static final Pattern QUOTED_WORD = Pattern.compile("'(\\w+)'");

    @Test
    void allFailClosed() {
        assertThat(POLICIES)
                .extracting(policy -> policy.getSpec().getFailurePolicy())
                .containsOnly("Fail");
    }

    @Test
    void allAreBoundAndBothDenyAndTellTheAuditLog() {
        var bindings = rendered(STRICTEST, ValidatingAdmissionPolicyBinding.class);

        assertThat(names(bindings)).isEqualTo(NAMES);
        assertThat(bindings).allSatisfy(binding -> {
            assertThat(binding.getSpec().getPolicyName())
                    .isEqualTo(binding.getMetadata().getName());
            assertThat(binding.getSpec().getValidationActions()).containsExactly("Deny", "Audit");
            assertThat(binding.getSpec().getMatchResources()).isNull();
        });
    }

    @Test
    void everyRefusalSaysForbiddenInWordsOfItsOwn() {
        assertThat(POLICIES)
                .flatExtracting(policy -> policy.getSpec().getValidations())
                .allSatisfy(validation -> {
                    assertThat(validation.getReason()).isEqualTo("Forbidden");
                    assertThat(validation.getMessage()).isNotBlank();
                    assertThat(validation.getMessageExpression()).isNotBlank();
                });
    }

    @Test
    void everyPolicyTellsTheAuditLogItsReason() {
        assertThat(POLICIES)
                .allSatisfy(policy -> assertThat(policy.getSpec().getAuditAnnotations())
                        .extracting(AuditAnnotation::getKey)
                        .containsExactly("reason"));
    }

    @Test
    void everyPolicyHasExamplesOfBothKinds() {
        assertThat(policies(Example.refused())).isEqualTo(NAMES);
        assertThat(policies(Example.allowed())).isEqualTo(NAMES);
    }

    @Test
    void everyReasonHasAnExample() {
        var reasons = POLICIES.stream()
                .flatMap(policy -> QUOTED_WORD
                        .matcher(policy.getSpec()
                                .getAuditAnnotations()
                                .getFirst()
                                .getValueExpression())
                        .results()
                        .map(word -> policy.getMetadata().getName() + " " + word.group(1)))
                .collect(Collectors.toSet());

        assertThat(Example.refused().stream()
                        .map(example -> example.policy() + " " + example.reason())
                        .collect(Collectors.toSet()))
                .isEqualTo(reasons);
    }

    @Test
    void onlyTheControllerOfThisReleaseIsExempt() {
        var elsewhere = rendered(ChartValues.defaults().inNamespace("elsewhere"), ValidatingAdmissionPolicy.class);

        assertThat(elsewhere)
                .flatExtracting(policy -> policy.getSpec().getMatchConditions())
                .filteredOn(condition -> condition.getExpression().contains("userInfo"))
                .isNotEmpty()
                .allSatisfy(condition -> assertThat(condition.getExpression())
                        .isEqualTo(
                                "request.userInfo.username != 'system:serviceaccount:elsewhere:mooring-controller'"));
    }

    @Test
    void mirrorsThatAreFrozenAreSoForTheControllerToo() {
        assertThat(POLICIES)
                .filteredOn(policy -> policy.getMetadata().getName().startsWith("mooring-frozen-"))
                .hasSize(2)
                .flatExtracting(policy -> policy.getSpec().getMatchConditions())
                .allSatisfy(condition -> assertThat(condition.getExpression()).doesNotContain("userInfo"));
    }

    @Test
    void uninstallingKeepsWhatGuardsTheNamesAndTheReadOnlyMounts() {
        assertThat(POLICIES)
                .filteredOn(policy -> policy.getMetadata().getAnnotations().containsKey("helm.sh/resource-policy"))
                .extracting(policy -> policy.getMetadata().getName())
                .containsExactlyInAnyOrder("mooring-reserved-claims", "mooring-read-only-mounts");
    }

    @Test
    void originClaimsAreLeftToTheCollectorsThatTheValuesName() {
        var policy = rendered(
                        ChartValues.defaults().with("policies.collectors", List.of("system:mine")),
                        ValidatingAdmissionPolicy.class)
                .stream()
                .filter(one -> one.getMetadata().getName().equals("mooring-origin-claims"))
                .findFirst()
                .orElseThrow();

        assertThat(policy.getSpec().getVariables())
                .anySatisfy(variable -> assertThat(variable.getExpression())
                        .contains("request.userInfo.username in [\"system:mine\"]"));
    }

    @Test
    void podsThatActAsTheirNodeAreLetThroughIfTheValuesSaySo() {
        assertThat(names(rendered(STRICTEST.with("policies.nodeAccess", "allow"), ValidatingAdmissionPolicy.class)))
                .doesNotContain("mooring-node-access")
                .hasSize(NAMES.size() - 1);
    }

    @Test
    void podsMayNameStorageThemselvesUnlessTheValuesSayOtherwise() {
        assertThat(names(rendered(ChartValues.defaults(), ValidatingAdmissionPolicy.class)))
                .doesNotContain("mooring-inline-volumes")
                .hasSize(NAMES.size() - 1);
    }

    @Test
    void rolesOfOnesOwnAreGivenIfTheValuesNameThem() {
        assertThat(ChartRenderer.render(ChartValues.defaults().with("roles.additional", List.of("annotator"))))
                .contains("\"viewer\",\"annotator\"]", "viewer, annotator'");
    }

    @Test
    void kubeletsDirectoryIsTheOneThatTheValuesName() {
        assertThat(ChartRenderer.render(ChartValues.defaults().with("policies.kubeletDirectory", "/data/kubelet")))
                .contains("'data/kubelet/'.startsWith")
                .doesNotContain("var/lib/kubelet");
    }

    @Test
    void theDocumentationHasALineForEveryPolicy() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "policies.md"));

        assertThat(page.lines()
                        .filter(line -> line.startsWith("| `mooring-"))
                        .map(line -> line.substring(3, line.indexOf('`', 3)))
                        .collect(Collectors.toSet()))
                .isEqualTo(NAMES);
    }

    @Test
    void areLeftToOthersIfTheValuesSaySo() {
        assertThat(rendered(STRICTEST.with("policies.install", false), ValidatingAdmissionPolicy.class))
                .isEmpty();
    }

    private static Set<String> policies(List<Example> examples) {
        return examples.stream().map(Example::policy).collect(Collectors.toSet());
    }

    private static Set<String> names(List<? extends HasMetadata> objects) {
        return objects.stream().map(object -> object.getMetadata().getName()).collect(Collectors.toSet());
    }

    private static <T extends HasMetadata> List<T> rendered(ChartValues values, Class<T> kind) {
        List<HasMetadata> objects = new KubernetesSerialization().unmarshal(ChartRenderer.render(values));
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
