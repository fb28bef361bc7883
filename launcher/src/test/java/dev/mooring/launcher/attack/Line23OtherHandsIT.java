package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.Access;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.Rights;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods that a controller of Kubernetes makes for somebody, and objects that say by hand whose they are. */
@Attack(line = 23)
class Line23OtherHandsIT {
    private static final String PODS = "pods.mooring.dev";
    private static final String NOT_SHARED = "NotShared";

    private final Site site;
    private final World world;
    private final Scene scene;

    Line23OtherHandsIT(Site site) {
        this.site = site;
        world = site.world();
        scene = site.scene();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"replicaset-controller", "statefulset-controller", "daemon-set-controller", "job-controller"})
    void aPodThatAControllerMakesIsJudgedByItsProject(String account, Attempt attempt) {
        var controller = site.serviceAccount("kube-system", account);

        attempt.refused(
                PODS,
                NOT_SHARED,
                () -> controller
                        .resource(Pods.asking(scene.ads(), "made", scene.reference())
                                .build())
                        .create());
    }

    @Test
    void aDeploymentThatIsScaledUpAfterARevocationRunsNothing(Attempt attempt) {
        var loan = Loan.on(site, RevokeMode.KEEP);
        world.awaitAllowed(loan.pod("probe").build());
        var deployment = loan.rita()
                .resource(new DeploymentBuilder((Deployment) Workload.DEPLOYMENT.of(loan.pod("asleep")))
                        .editSpec()
                        .withReplicas(0)
                        .endSpec()
                        .build())
                .create();
        loan.revoke();
        var mark = site.auditLog().mark();
        loan.rita().resource(deployment).subresource("scale").patch(Merge.PATCH, "{\"spec\":{\"replicas\":1}}");

        attempt.refusedLater(PODS, NOT_SHARED, mark, "pods", loan.reader());
        loan.rita().resource(deployment).delete();
    }

    @Test
    void aPodThatSaysItBelongsToOneThatMayReadIsJudgedByItsProject(Attempt attempt) {
        var reader = site.admin()
                .pods()
                .inNamespace(scene.robotics())
                .withName("reader")
                .get();

        refusedToPodOf(reader, attempt);
    }

    @Test
    void aPodThatSaysItBelongsToTheDataIsJudgedByItsProject(Attempt attempt) {
        var volume = site.admin()
                .resource(world.newDataVolume(scene.vision(), Scene.IMAGENET, Scene.ORIGIN))
                .get();

        refusedToPodOf(volume, attempt);
        refusedToPodOf(world.sharesOf(scene.vision(), Scene.IMAGENET).getFirst(), attempt);
    }

    @Test
    void aRuleThatSaysItBelongsToADepartmentGivesNothingThere(Attempt attempt) {
        var rule = world.newRule(scene.ads(), "viewer", "ada-of-" + scene.ads());
        var department = site.admin()
                .namespaces()
                .withName("department-" + scene.otherDepartment())
                .get();
        rule.getMetadata().setOwnerReferences(List.of(owner(department)));
        var ada = new Rights(site.admin(), "ada-of-" + scene.ads());
        world.awaitReady(site.admin().resource(rule).create());

        attempt.staysWithoutEffect("the rule holds in its own project only", () -> {
            assertThat(ada.may("list", "datavolumes", scene.ads())).isTrue();
            assertThat(ada.may("list", "datavolumes", "department-" + scene.otherDepartment()))
                    .isFalse();
        });
        world.delete(rule);
    }

    @Test
    void aShareIsNotGivenToAnotherDataVolumeByItsOwners(Attempt attempt) {
        String lender = world.project(scene.department(), "lender");
        world.dataVolume(lender, "shown");
        var hidden = world.dataVolume(lender, "hidden");
        var share = world.share(lender, "shown", scene.robotics(), Access.READ_ONLY);

        attempt.refused(
                "shares.mooring.dev",
                "ForgedField",
                () -> world.owner(lender)
                        .resource(share)
                        .patch(
                                Merge.PATCH,
                                "{\"metadata\":{\"ownerReferences\":["
                                        + site.admin()
                                                .getKubernetesSerialization()
                                                .asJson(owner(hidden)) + "]}}"));
    }

    @Test
    void aShareIsNotMadeForADataVolumeAndOwnedByAnother(Attempt attempt) {
        String lender = world.project(scene.department(), "lender");
        world.dataVolume(lender, "shown");
        var hidden = world.dataVolume(lender, "hidden");
        var share = world.newShare(lender, "shown", ScopeKind.PROJECT, scene.robotics(), Access.READ_ONLY, null);
        share.getMetadata().setOwnerReferences(List.of(owner(hidden)));
        world.letShare(lender, ScopeKind.PROJECT, scene.robotics());

        attempt.refused(
                "shares.mooring.dev",
                "ForgedField",
                () -> world.owner(lender).resource(share).create());
    }

    @Test
    void aShareThatHasAnotherOwnerGivesNothingOnceItsDataVolumeIsGone(Attempt attempt) {
        String lender = world.project(scene.department(), "lender");
        var volume = world.dataVolume(lender, "data");
        var claim = site.admin()
                .persistentVolumeClaims()
                .inNamespace(lender)
                .withName("data-data")
                .get();
        var share = world.newShare(lender, "data", ScopeKind.PROJECT, scene.robotics(), Access.READ_ONLY, null);
        share.getMetadata().setOwnerReferences(List.of(owner(volume), owner(claim)));
        world.letShare(lender, ScopeKind.PROJECT, scene.robotics());
        world.owner(lender).resource(share).create();
        var asking = Pods.asking(scene.robotics(), "asking", lender + "/data").build();
        world.awaitAllowed(asking);

        world.delete(volume);
        world.awaitReady(site.admin()
                .resource(world.newDataVolume(lender, "data", "data-data"))
                .create());

        attempt.refused(PODS, NOT_SHARED, () -> scene.rosa().resource(asking).create());
        assertThat(world.sharesOf(lender, "data")).hasSize(1);
    }

    private void refusedToPodOf(HasMetadata owner, Attempt attempt) {
        attempt.refused(
                PODS,
                NOT_SHARED,
                () -> scene.adam()
                        .resource(Pods.asking(scene.ads(), "owned", scene.reference())
                                .editMetadata()
                                .withOwnerReferences(owner(owner))
                                .endMetadata()
                                .build())
                        .create());
    }

    private static OwnerReference owner(HasMetadata object) {
        return new OwnerReferenceBuilder()
                .withApiVersion(object.getApiVersion())
                .withKind(object.getKind())
                .withName(object.getMetadata().getName())
                .withUid(object.getMetadata().getUid())
                .withController(false)
                .build();
    }
}
