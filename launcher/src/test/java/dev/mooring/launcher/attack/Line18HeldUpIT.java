package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.Access;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

/** What really is being deleted, and stays: by a finalizer of a tenant's, or by a pod that uses it. */
@Attack(line = 18)
class Line18HeldUpIT {
    private static final String GUARD = "pods.mooring.dev";

    private final Site site;
    private final World world;
    private final Scene scene;

    Line18HeldUpIT(Site site) {
        this.site = site;
        scene = site.scene();
        world = site.world();
    }

    @Test
    void aDataVolumeThatIsHeldUpIsNotReadAnyMore(Attempt attempt) {
        var loan = Loan.on(site, RevokeMode.KEEP);
        world.awaitAllowed(loan.pod("reader").build());
        var volume = world.newDataVolume(scene.vision(), loan.dataVolume(), loan.dataVolume() + "-data");
        var held = HeldUp.delete(world, scene.vera(), volume);

        world.eventually(() -> attempt.refused(
                GUARD,
                "NotShared",
                () -> loan.rita().resource(loan.pod("reader").build()).create()));
        held.letGo();
    }

    @Test
    void aDataVolumeThatIsHeldUpIsNotSharedAgain(Attempt attempt) {
        String name = world.fresh("going");
        var volume = world.dataVolume(scene.vision(), name);
        var held = HeldUp.delete(world, scene.vera(), volume);
        var share = world.newShare(scene.vision(), name, ScopeKind.PROJECT, scene.robotics(), Access.READ_ONLY, null);

        world.eventually(() -> attempt.refused(
                "shares.mooring.dev",
                "UnknownDataVolume",
                () -> scene.vera().resource(share).dryRun(true).create()));
        held.letGo();
    }

    @Test
    void aProjectThatIsHeldUpReadsNothingAnyMore(Attempt attempt) {
        var head = world.departmentHead(scene.department());
        var loan = Loan.on(site, RevokeMode.KEEP);
        world.awaitAllowed(loan.pod("reader").build());
        var project = world.newProject(scene.department(), loan.reader());
        var held = HeldUp.delete(world, head, project);

        world.eventually(() -> attempt.refused(
                GUARD,
                "NotAProject",
                () -> loan.rita().resource(loan.pod("reader").build()).create()));
        held.letGo();
    }

    @Test
    void aMirrorThatItsPodHoldsIsNotMountedAgainNorMadeAnOrdinaryClaim(Attempt attempt) {
        var loan = Loan.on(site, RevokeMode.KEEP);
        var pod = loan.running(loan.pod("holder"));
        var mirror =
                loan.rita().persistentVolumeClaims().inNamespace(loan.reader()).withName(loan.mirror());
        mirror.delete();

        attempt.refused(
                "mooring-storage-labels",
                "ReservedLabel",
                () -> mirror.patch(Merge.PATCH, "{\"metadata\":{\"labels\":{\"mooring.dev/mirror\":null}}}"));
        world.eventually(() -> attempt.refused(
                GUARD,
                "MirrorEnding",
                () -> loan.rita()
                        .resource(loan.pod("late").build())
                        .dryRun(true)
                        .create()));
        loan.rita().resource(pod).withGracePeriod(0).delete();
    }

    @Test
    void aMirrorGetsNoFinalizerThatHoldsItUp(Attempt attempt) {
        var loan = Loan.on(site, RevokeMode.KEEP);
        var pod = loan.running(loan.pod("holder"));

        attempt.refused(
                "mooring-frozen-claims",
                "ForeignFinalizer",
                () -> loan.rita()
                        .persistentVolumeClaims()
                        .inNamespace(loan.reader())
                        .withName(loan.mirror())
                        .edit(claim -> claim.edit()
                                .editMetadata()
                                .addToFinalizers(HeldUp.FINALIZER)
                                .endMetadata()
                                .build()));
        loan.rita().resource(pod).withGracePeriod(0).delete();
    }

    @Test
    void aPodThatIsHeldUpGetsNoContainerThatWrites(Attempt attempt) {
        var pod = world.run(Pods.asking(scene.robotics(), world.fresh("held-up"), scene.reference())
                .editMetadata()
                .addToFinalizers(HeldUp.FINALIZER)
                .endMetadata()
                .build());
        String volume = Pods.volumeOf(pod, scene.mirrorName()).getName();
        scene.rosa().resource(pod).withGracePeriod(0).delete();

        attempt.refused(GUARD, "NotReadOnly", () -> Pods.debug(site.admin(), pod, Pods.debugger("late", volume)));
        new HeldUp(world, scene.rosa(), pod).letGo();
    }

    /** Our webhook leaves it alone, so that finalizers come off. */
    @Test
    void aDeploymentThatIsHeldUpMakesNoPodsWhateverItsTemplateSays(Attempt attempt) {
        var deployment = (Deployment) scene.adam()
                .resource(Workload.DEPLOYMENT.of(Pods.plain(scene.ads(), world.fresh("held-up"))))
                .create();
        var held = HeldUp.delete(world, scene.adam(), deployment);
        scene.adam().resource(deployment).patch(Merge.PATCH, """
                        {"spec": {"template": {"metadata": {"annotations": {"%s": "%s"}}}}}
                        """.formatted(Pods.DATA_VOLUMES, scene.reference()));

        attempt.staysWithoutEffect(
                "its controller makes no pods any more",
                () -> assertThat(scene.adam()
                                .apps()
                                .replicaSets()
                                .inNamespace(scene.ads())
                                .list()
                                .getItems())
                        .noneMatch(set -> set.getSpec()
                                .getTemplate()
                                .getMetadata()
                                .getAnnotations()
                                .containsKey(Pods.DATA_VOLUMES)));
        held.letGo();
    }
}
