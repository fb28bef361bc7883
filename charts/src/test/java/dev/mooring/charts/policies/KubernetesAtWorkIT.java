package dev.mooring.charts.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Kubernetes' own controllers do their work while every policy is in force. */
@WithCluster(exclusive = true)
@TestInstance(Lifecycle.PER_CLASS)
class KubernetesAtWorkIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    private final GuardedCluster guarded;
    private final KubernetesClient admin;
    private final KubernetesClient tenant;
    private final Storage storage;

    KubernetesAtWorkIT(TestCluster cluster) {
        guarded = GuardedCluster.on(cluster);
        admin = guarded.client("admin");
        tenant = guarded.client("tenant");
        storage = new Storage(guarded.client("controller"), admin, tenant);
    }

    @AfterAll
    void close() {
        guarded.close();
    }

    @Test
    void theBinderBindsAMirrorAndProtectionGuardsIt() {
        var claim = boundMirror(guarded.team());
        var volume = volumeOf(claim);

        assertThat(claim.getSpec().getVolumeName())
                .isEqualTo("mooring-" + claim.getMetadata().getUid());
        assertThat(claim.getMetadata().getFinalizers()).containsExactly("kubernetes.io/pvc-protection");
        assertThat(volume.getMetadata().getFinalizers()).containsExactly("kubernetes.io/pv-protection");
    }

    @Test
    void theBinderBindsAnOrdinaryClaim() {
        var claim = storage.ordinaryClaim(guarded.team());

        awaitBound(claim);
    }

    @Test
    void aMirrorInUseStaysUntilItsPodHasGoneAndThenBothPartsGo() {
        var claim = boundMirror(guarded.team());
        var volume = volumeOf(claim);
        var pod = storage.podWith(claim);

        guarded.client("controller").resource(claim).delete();
        assertThat(fresh(claim).getMetadata().getDeletionTimestamp()).isNotNull();

        admin.resource(pod).withGracePeriod(0).delete();
        awaitGone(claim);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(fresh(volume).getStatus().getPhase()).isEqualTo("Released"));
        guarded.client("controller").resource(volume).delete();
        awaitGone(volume);
    }

    @Test
    void theAttacherAttachesAMirrorAndHoldsItsVolume() {
        var name = "attached.example.org";
        storage.nodeAndDriver(name);
        var claim = storage.mirrorClaim(guarded.team());
        storage.mirrorVolume(claim, "csi: {driver: %s, volumeHandle: vol-1}".formatted(name));
        awaitBound(claim);
        var volume = volumeOf(fresh(claim));
        storage.podWith(claim, name);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(attached()).contains(volume.getMetadata().getName()));
        patch(admin, volume, """
                {"metadata": {"finalizers": ["kubernetes.io/pv-protection", "external-attacher/attached-example-org"]}}""");

        assertThat(fresh(volume).getMetadata().getFinalizers()).contains("external-attacher/attached-example-org");
    }

    /** The volumes that the attach-detach controller wants attached to nodes; the driver's own attacher does the rest. */
    private List<String> attached() {
        return admin.storage().v1().volumeAttachments().list().getItems().stream()
                .map(attachment -> attachment.getSpec().getSource().getPersistentVolumeName())
                .toList();
    }

    @Test
    void aBoundMirrorIsNotResizedAndGetsNoAttributesClass() {
        var claim = boundMirror(guarded.team());

        assertThatThrownBy(() -> patch(tenant, claim, """
                        {"spec": {"resources": {"requests": {"storage": "5Gi"}}}}""")).isInstanceOf(KubernetesClientException.class);
        assertThatThrownBy(() -> patch(tenant, claim, """
                        {"spec": {"volumeAttributesClassName": "fast"}}"""))
                .hasMessageContaining("is a mirror and does not change (spec.volumeAttributesClassName)");
    }

    @Test
    void anOriginClaimIsResized() {
        var claim = storage.ordinaryClaim(guarded.team());
        awaitBound(claim);
        storage.makeOrigin(claim);

        patch(tenant, claim, """
                {"spec": {"resources": {"requests": {"storage": "2Gi"}}}}""");

        assertThat(fresh(claim).getSpec().getResources().getRequests().get("storage"))
                .hasToString("2Gi");
    }

    @Test
    void whatDoesNotChangeIsWrittenAgain() {
        var team = guarded.team();
        var claim = boundMirror(team);
        var origin = storage.makeOrigin(storage.ordinaryClaim(team));

        // Kubernetes writes to the same objects meanwhile: what it got in between is read and written anew.
        await().atMost(SOON)
                .ignoreExceptionsMatching(KubernetesAtWorkIT::isConflict)
                .untilAsserted(() -> {
                    tenant.resource(fresh(claim)).update();
                    tenant.resource(fresh(origin)).update();
                    admin.resource(fresh(claim)).updateStatus();
                    admin.resource(fresh(volumeOf(claim))).update();
                    admin.namespaces().withName(team).edit(namespace -> namespace);
                    admin.resource(admin.namespaces().withName(team).get()).update();
                });
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof KubernetesClientException refused && refused.getCode() == 409;
    }

    @Test
    void aNamespaceGoesWithEverythingThatIsGuardedInIt() {
        var team = guarded.team();
        boundMirror(team);
        storage.makeOrigin(storage.ordinaryClaim(team));
        storage.dataVolume(team, 3);
        accessIn(team);

        admin.namespaces().withName(team).delete();

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(admin.namespaces().withName(team).get()).isNull());
    }

    @Test
    void theGarbageCollectorTakesAnOriginClaimThatHadAnOwnerBefore() {
        var team = guarded.team();
        var owner = storage.configMap(team);
        var claim = storage.makeOrigin(storage.ownedClaim(team, owner));

        admin.resource(owner).delete();

        awaitGone(claim);
    }

    @Test
    void theGarbageCollectorTakesADataVolumeWhenItsLastConsumerHasGone() {
        var team = guarded.team();
        var owner = storage.configMap(team);
        var dataVolume = storage.own(storage.dataVolume(team, 1), owner);
        var mark = guarded.cluster().auditLog().mark();

        admin.resource(owner).delete();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(guarded.cluster().auditLog().since(mark))
                        .anySatisfy(event -> {
                            assertThat(event.user())
                                    .isEqualTo("system:serviceaccount:kube-system:generic-garbage-collector");
                            assertThat(event.annotations())
                                    .containsEntry("mooring-data-volumes/reason", "DataVolumeInUse");
                        }));
        storage.consumers(dataVolume, 0);

        awaitGone(dataVolume);
    }

    @Test
    void theGarbageCollectorTakesABindingWhoseOwnerHasGone() {
        var team = guarded.team();
        var owner = storage.configMap(team);
        var binding = storage.own(accessIn(team), owner);

        admin.resource(owner).delete();

        awaitGone(binding);
    }

    @Test
    void theGarbageCollectorEndsTheDeletionOfABindingThatWaitsForWhatItOwns() {
        var binding = accessIn(guarded.team());

        admin.resource(binding)
                .withPropagationPolicy(DeletionPropagation.FOREGROUND)
                .delete();

        awaitGone(binding);
    }

    /** Makes what the controller makes of access rules; returns the binding. */
    private RoleBinding accessIn(String team) {
        var controller = guarded.client("controller");
        controller
                .resource(new RoleBuilder()
                        .withNewMetadata()
                        .withNamespace(team)
                        .withName("mooring:project:vision")
                        .endMetadata()
                        .addNewRule()
                        .withApiGroups("mooring.dev")
                        .withResources("projects")
                        .withResourceNames("vision")
                        .withVerbs("get")
                        .endRule()
                        .build())
                .create();
        return controller
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(team)
                        .withName("mooring:role:viewer")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "viewer")
                        .addNewSubject("rbac.authorization.k8s.io", "User", "rosa", null)
                        .build())
                .create();
    }

    @Test
    void aPodWithTenThousandVolumesIsJudgedInTime() {
        var team = guarded.team();

        assertThatCode(() -> tenant.resource(storage.podWithVolumes(team, 10_000, List.of()))
                        .dryRun(true)
                        .create())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> tenant.resource(storage.podWithVolumes(team, 10_000, List.of("dv.vision.imagenet")))
                        .dryRun(true)
                        .create())
                .hasMessageContaining("takes claim \"dv.vision.imagenet\", which is shared read-only");
    }

    private PersistentVolumeClaim boundMirror(String team) {
        var claim = storage.mirrorClaim(team);
        storage.mirrorVolume(claim);
        awaitBound(claim);
        return fresh(claim);
    }

    private void awaitBound(PersistentVolumeClaim claim) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(fresh(claim).getStatus().getPhase()).isEqualTo("Bound"));
    }

    private PersistentVolume volumeOf(PersistentVolumeClaim claim) {
        return admin.persistentVolumes()
                .withName(claim.getSpec().getVolumeName())
                .get();
    }

    private <T extends HasMetadata> T fresh(T object) {
        return admin.resource(object).get();
    }

    private void awaitGone(HasMetadata object) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(admin.resource(object).get()).isNull());
    }

    private static void patch(KubernetesClient client, HasMetadata object, String json) {
        client.resource(object).patch(MERGE, json);
    }
}
