package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.Access;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBindingBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of the pods of a grant that has ended, and how they are counted. */
@WithCluster
class RevocationIT extends RevokingIT {
    private static final long ENDLESS = 86_400L;
    private static final Duration WHAT_KUBERNETES_CUTS_OFF = Duration.ofSeconds(1);

    RevocationIT(TestCluster cluster) {
        super(cluster, "revoke");
    }

    @Test
    void whatRunsIsKeptUnlessTheShareSaysOtherwise() {
        var volume = origin("keep");
        var share = mooring.shareWithProject(volume, "revoke-keep-user");
        var pod = running("revoke-keep-user", "train", mirrorOf("keep"));
        admin.resource(share).delete();

        awaitEvent("revoke-keep-user", pod, "GrantEnded");
        awaitEvent("revoke-keep-origin", volume, "GrantEnded");
        awaitEvent("revoke-keep-origin", share, "GrantEnded");
        mooring.always(() -> !isEnding(pod));
    }

    @Test
    void whatRunsIsEvictedIfTheShareSaysSo() {
        var share = sharedByEvicting("evict");
        var pod = running("revoke-evict-user", "train", mirrorOf("evict"));
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(pod));
        awaitEvent("revoke-evict-user", pod, "ConsumerEvicted");
    }

    @Test
    void whatHasNoNodeYetIsEvictedTooThoughItCannotHoldItsMirror() {
        var share = sharedByEvicting("waiting");
        var pod = mooring.pod("revoke-waiting-user", "train", mirrorOf("waiting"), null);
        var claim = mooring.boundMirror("revoke-waiting-user", mirrorOf("waiting"));
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(pod) && mooring.isGone(claim));
        awaitEvent("revoke-waiting-user", pod, "ConsumerEvicted");
        awaitEvent("revoke-waiting-origin", share, "GrantEnded");
    }

    @Test
    void whatHasNoNodeYetIsDeletedAtTheDeadlineThoughItsEvictionIsRefused() {
        var share = sharedByEvicting("refused");
        var pod = mooring.pod("revoke-refused-user", "train", mirrorOf("refused"), null);
        var claim = mooring.boundMirror("revoke-refused-user", mirrorOf("refused"));
        refuseEvictionsIn("revoke-refused-user", pod);
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(pod) && mooring.isGone(claim));
        awaitEvent("revoke-refused-user", pod, "ConsumerDeleted");
    }

    @Test
    void aBudgetOfNoughtHoldsAPodUntilTheDeadlineAndNoLonger() {
        var share = sharedByEvicting("budget");
        mooring.budgetOfNought("revoke-budget-user");
        var pod = running("revoke-budget-user", "train", mirrorOf("budget"));
        var start = Instant.now();
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(pod));
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(DEADLINE.minus(WHAT_KUBERNETES_CUTS_OFF));
        awaitEvent("revoke-budget-user", pod, "ConsumerDeleted");
    }

    @Test
    void anEndlessGraceIsCutToAMinute() {
        var share = sharedByEvicting("grace");
        var pod = running(stubborn("revoke-grace-user", mirrorOf("grace")));
        admin.resource(share).delete();

        mooring.eventually(() -> isEnding(pod));
        assertThat(graceOf(pod)).isEqualTo(60);
        mooring.deleteAtOnce(pod);
    }

    @Test
    void anEndlessDeletionThatBeganBeforeIsCutShortToo() {
        var share = sharedByEvicting("dying");
        var pod = running(stubborn("revoke-dying-user", mirrorOf("dying")));
        admin.resource(pod).delete();
        assertThat(graceOf(pod)).isEqualTo(ENDLESS);
        admin.resource(share).delete();

        mooring.eventually(() -> graceOf(pod) <= 60);
        mooring.deleteAtOnce(pod);
    }

    @Test
    void podsOfAProjectWithAShareOfItsOwnStay() {
        var share = sharedByEvicting("other");
        mooring.readyProject("revoke", "revoke-other-second");
        mooring.shareThatEvicts(
                volume("other"), ScopeKind.PROJECT, "revoke-other-second", "revoke-other-second", Access.READ_ONLY);
        var evicted = running("revoke-other-user", "train", mirrorOf("other"));
        var stays = running("revoke-other-second", "train", mirrorOf("other"));
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(evicted));
        mooring.always(() -> !isEnding(stays));
    }

    @Test
    void aPodThatAnotherShareCoversStays() {
        var share = sharedByEvicting("twice");
        mooring.share(volume("twice"), ScopeKind.DEPARTMENT, "revoke", "department-revoke", Access.READ_ONLY, null);
        var pod = running("revoke-twice-user", "train", mirrorOf("twice"));
        admin.resource(share).delete();

        mooring.eventually(() -> mooring.isGone(share));
        mooring.always(() -> !isEnding(pod));
    }

    @Test
    void theDataVolumeCountsThoseWithoutAGrantAndThoseOfThemThatAreEvicted() {
        var evicting = sharedByEvicting("counted");
        mooring.budgetOfNought("revoke-counted-user");
        mooring.readyProject("revoke", "revoke-counted-second");
        var keeping = mooring.shareWithProject(volume("counted"), "revoke-counted-second");
        var evicted = running("revoke-counted-user", "evicted", mirrorOf("counted"));
        running("revoke-counted-second", "kept", mirrorOf("counted"));
        mooring.eventually(() -> counts("counted").equals(List.of(2, 0, 0)));
        admin.resource(evicting).delete();
        admin.resource(keeping).delete();

        mooring.eventually(() -> counts("counted").equals(List.of(2, 2, 1)));
        mooring.eventually(() -> mooring.isGone(evicted));
        mooring.eventually(() -> counts("counted").equals(List.of(1, 1, 0)));
    }

    @Test
    void aKeptPodThatItsUserDeletesIsCountedAmongThoseThatGo() {
        var share = mooring.shareWithProject(origin("leaving"), "revoke-leaving-user");
        var pod = running(stubborn("revoke-leaving-user", mirrorOf("leaving")));
        admin.resource(share).delete();
        mooring.eventually(() -> counts("leaving").equals(List.of(1, 1, 0)));
        admin.resource(pod).delete();

        mooring.eventually(() -> counts("leaving").equals(List.of(1, 1, 1)));
        assertThat(graceOf(pod)).isEqualTo(ENDLESS);
        mooring.deleteAtOnce(pod);
    }

    /** Returns how many pods use the data volume, have no grant, and are being evicted. */
    private List<Integer> counts(String about) {
        var status = Objects.requireNonNull(volume(about).getStatus(), "a data volume that was ready has a status");
        return Stream.of(status.consumers(), status.revokedConsumers(), status.evictingConsumers())
                .map(count -> count == null ? 0 : count)
                .toList();
    }

    /** As somebody else's admission webhook may, and waits until the API server does. */
    private void refuseEvictionsIn(String namespace, Pod pod) {
        admin.resource(new ValidatingAdmissionPolicyBuilder()
                        .withNewMetadata()
                        .withName("no-evictions")
                        .endMetadata()
                        .withNewSpec()
                        .withNewMatchConstraints()
                        .withNewNamespaceSelector()
                        .addToMatchLabels("kubernetes.io/metadata.name", namespace)
                        .endNamespaceSelector()
                        .addNewResourceRule()
                        .withApiGroups("")
                        .withApiVersions("v1")
                        .withResources("pods/eviction")
                        .withOperations("CREATE")
                        .endResourceRule()
                        .endMatchConstraints()
                        .addNewValidation("false", "no eviction here", null, null)
                        .endSpec()
                        .build())
                .create();
        admin.resource(new ValidatingAdmissionPolicyBindingBuilder()
                        .withNewMetadata()
                        .withName("no-evictions")
                        .endMetadata()
                        .withNewSpec()
                        .withPolicyName("no-evictions")
                        .withValidationActions("Deny")
                        .endSpec()
                        .build())
                .create();
        mooring.eventually(() -> isEvictionRefused(pod));
    }

    private boolean isEvictionRefused(Pod pod) {
        var metadata = pod.getMetadata();
        var eviction = new EvictionBuilder()
                .withMetadata(Unmade.metadata(metadata.getNamespace(), metadata.getName()))
                .build();
        try {
            admin.raw(
                    "/api/v1/namespaces/" + metadata.getNamespace() + "/pods/" + metadata.getName()
                            + "/eviction?dryRun=All",
                    "POST",
                    eviction);
            return false;
        } catch (KubernetesClientException e) {
            return String.valueOf(e.getMessage()).contains("no-evictions");
        }
    }

    private Pod stubborn(String namespace, String claim) {
        return new PodBuilder(Unmade.pod(namespace, "train", claim, node))
                .editSpec()
                .withTerminationGracePeriodSeconds(ENDLESS)
                .endSpec()
                .build();
    }

    private long graceOf(Pod pod) {
        var grace = mooring.fresh(pod).getMetadata().getDeletionGracePeriodSeconds();
        return grace == null ? Long.MAX_VALUE : grace;
    }
}
