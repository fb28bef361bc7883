package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeShareSpec;
import dev.mooring.model.MirrorMode;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import dev.mooring.model.ShareScope;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Shares at the real API server. */
@WithCluster
@TestInstance(Lifecycle.PER_CLASS)
class ShareAdmissionIT {
    private static final OwnerReference OTHER_DATA_VOLUME = new OwnerReferenceBuilder()
            .withApiVersion("mooring.dev/v1alpha1")
            .withKind("DataVolume")
            .withName("imagenet")
            .withUid("00000000-0000-0000-0000-000000000000")
            .build();

    private final KubernetesClient admin;
    private final KubernetesClient vera;
    private final Installation installation;
    private final Attempt attempt;
    private final World world;
    private final String vision;
    private final String robotics;

    ShareAdmissionIT(TestCluster cluster) {
        admin = cluster.client();
        vera = cluster.user("vera").clientWithoutRetries();
        installation = Installation.on(cluster);
        attempt = new Attempt(vera);
        world = new World(admin, installation.controller());
        vision = world.project("vision");
        robotics = world.project("robotics");
    }

    @BeforeAll
    void letVeraShare() {
        world.dataVolume(vision, "imagenet");
        admin.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(vision)
                        .withName("vera")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "editor")
                        .addNewSubject("rbac.authorization.k8s.io", "User", "vera", null)
                        .build())
                .create();
        // Sharing takes a right in the namespace of each target, too.
        admin.resource(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName("vera-shares-with-everybody")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "data-volume-administrator")
                        .addNewSubject("rbac.authorization.k8s.io", "User", "vera", null)
                        .build())
                .serverSideApply();
        attempt.allowed(toRobotics());
    }

    @AfterAll
    void close() {
        vera.close();
        installation.close();
    }

    @Test
    void writesWhoGrantsAndWhomTheTargetIsWhateverTheShareSays() {
        DataVolumeShare share = attempt.created(toRobotics());

        assertThat(share.getSpec())
                .isEqualTo(new DataVolumeShareSpec(
                        "imagenet",
                        new ShareScope(ScopeKind.PROJECT, robotics, robotics, world.uidOf(robotics)),
                        Access.READ_ONLY,
                        MirrorMode.ON_FIRST_USE,
                        null,
                        RevokeMode.KEEP,
                        "vera"));
    }

    @Test
    void hasItsDataVolumeAsOwner() {
        DataVolumeShare share = attempt.created(toRobotics());

        assertThat(share.getMetadata().getOwnerReferences())
                .extracting(OwnerReference::getKind, OwnerReference::getName)
                .containsExactly(tuple("DataVolume", "imagenet"));
    }

    @Test
    void isForTheWholeClusterByItsNamespace() {
        DataVolumeShare share =
                attempt.allowed(world.newShare(vision, "imagenet", ScopeKind.CLUSTER, null, Access.READ_ONLY));

        assertThat(share.getSpec().scope())
                .isEqualTo(new ShareScope(ScopeKind.CLUSTER, null, "mooring-cluster", world.uidOf("mooring-cluster")));
    }

    @Test
    void refusesADataVolumeThatDoesNotExist() {
        attempt.refused(
                world.newShare(vision, "nothing", ScopeKind.PROJECT, robotics, Access.READ_ONLY),
                "\"nothing\"",
                vision);
    }

    @Test
    void refusesATargetThatDoesNotExist() {
        attempt.refused(
                world.newShare(vision, "imagenet", ScopeKind.PROJECT, "nobody", Access.READ_ONLY), "\"nobody\"");
    }

    @Test
    void refusesTheProjectThatHasTheDataAnyway() {
        attempt.refused(world.newShare(vision, "imagenet", ScopeKind.PROJECT, vision, Access.READ_ONLY), vision);
    }

    @Test
    void tellsAPersonToComeBackForATargetThatIsStillBeingMade() {
        String young = world.projectWithoutNamespace("young");

        var refusal =
                attempt.refused(world.newShare(vision, "imagenet", ScopeKind.PROJECT, young, Access.READ_ONLY), young);

        assertThat(refusal.getCode()).isEqualTo(429);
        assertThat(refusal.getDetails().getRetryAfterSeconds()).isEqualTo(1);
    }

    @Test
    void refusesAnotherDataVolumeAsOwner() {
        DataVolumeShare share = toRobotics();
        share.getMetadata().setOwnerReferences(List.of(OTHER_DATA_VOLUME));

        attempt.refused(share, "metadata.ownerReferences");
    }

    @Test
    void refusesAnotherDataVolumeAsOwnerLater() {
        DataVolumeShare share = attempt.created(toRobotics());

        assertThatThrownBy(() -> vera.resource(share).edit(found -> {
                    found.getMetadata().getOwnerReferences().add(OTHER_DATA_VOLUME);
                    return found;
                }))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("metadata.ownerReferences");
    }

    @Test
    void changesWhatItsAuthorMayChange() {
        DataVolumeShare share = attempt.created(toRobotics());

        DataVolumeShare changed = vera.resource(share).edit(found -> {
            found.getMetadata().setLabels(Map.of("colour", "blue"));
            return found;
        });

        assertThat(changed.getSpec()).isEqualTo(share.getSpec());
    }

    @Test
    void staysWhatItIsWhenItsManifestIsPutInItsPlace() {
        DataVolumeShare share = attempt.created(toRobotics());
        String manifest = """
                apiVersion: mooring.dev/v1alpha1
                kind: DataVolumeShare
                metadata: {name: %s, namespace: %s}
                spec: {dataVolume: imagenet, scope: {kind: Project, name: %s}}
                """.formatted(share.getMetadata().getName(), vision, robotics);

        vera.resource(manifest).update();

        DataVolumeShare replaced = vera.resource(share).get();

        assertThat(replaced.getSpec()).isEqualTo(share.getSpec());
        assertThat(replaced.getMetadata().getOwnerReferences())
                .isEqualTo(share.getMetadata().getOwnerReferences());
        assertThat(replaced.getMetadata().getFinalizers()).containsExactly("mooring.dev/controller");
    }

    @Test
    void canBeDeletedWhateverBecameOfItsTarget() {
        String gone = world.project("gone");
        DataVolumeShare share =
                attempt.created(world.newShare(vision, "imagenet", ScopeKind.PROJECT, gone, Access.READ_ONLY));
        admin.namespaces().withName(gone).delete();

        assertThat(vera.resource(share).delete()).isNotEmpty();
    }

    private DataVolumeShare toRobotics() {
        return world.newShare(vision, "imagenet", ScopeKind.PROJECT, robotics, Access.READ_ONLY);
    }
}
