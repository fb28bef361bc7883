package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An object that is being deleted, or says so. */
@Attack(line = 18)
class Line18BeingDeletedIT {
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";

    private final Site site;
    private final World world;
    private final Scene scene;

    Line18BeingDeletedIT(Site site) {
        this.site = site;
        scene = site.scene();
        world = site.world();
    }

    @Test
    void aNewPodThatSaysItIsBeingDeletedIsJudged(Attempt attempt) {
        var pod = dying(Pods.asking(scene.ads(), "dying", scene.reference()).build());

        attempt.refused(
                "pods.mooring.dev",
                "NotShared",
                () -> scene.adam().resource(pod).create());
    }

    @Test
    void aNewWorkloadThatSaysItIsBeingDeletedIsJudged(Attempt attempt) {
        var deployment = dying(Workload.DEPLOYMENT.of(Pods.asking(scene.ads(), "dying", scene.reference())));

        attempt.refused(
                "workloads.mooring.dev",
                "NotShared",
                () -> scene.adam().resource(deployment).create());
    }

    @Test
    void aNewPodThatSaysItIsBeingDeletedIsRefusedWhileNobodyAnswers(Attempt attempt) {
        var pod = dying(Pods.asking(scene.ads(), "dying", scene.reference()).build());
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(
                "pods.mooring.dev", () -> scene.adam().resource(pod).create());
    }

    @Test
    void aNewWorkloadThatSaysItIsBeingDeletedMakesNoPodsWhileNobodyAnswers(Attempt attempt) {
        var job = dying(Workload.JOB.of(Pods.asking(scene.ads(), world.fresh("dying"), scene.reference())));
        site.put(Processes.DOWN);
        var mark = site.auditLog().mark();
        scene.adam().resource(job).create();

        attempt.refusedUnjudgedLater("pods.mooring.dev", mark, "pods", scene.ads());
        scene.adam().resource(job).delete();
    }

    @Test
    void aNewShareThatSaysItIsBeingDeletedIsFilledInLikeAnyOther(Attempt attempt) {
        var share = dying(world.newShare(
                scene.vision(), Scene.IMAGENET, ScopeKind.PROJECT, scene.robotics(), Access.READ_ONLY, null));

        attempt.hasNoEffect("what Mooring sets is set", () -> {
            var made = scene.vera().resource(share).dryRun(true).create();
            assertThat(made.getSpec().grantedBy()).isEqualTo("editor-of-" + scene.vision());
            assertThat(made.getSpec().scope().uid())
                    .isEqualTo(site.admin()
                            .namespaces()
                            .withName(scene.robotics())
                            .get()
                            .getMetadata()
                            .getUid());
            assertThat(made.getMetadata().getDeletionTimestamp()).isNull();
        });
    }

    @Test
    void aShareThatIsBeingDeletedIsNotRaised(Attempt attempt) {
        String reader = world.project(world.department("dying"), "reader");
        world.dataVolume(scene.vision(), "dying");
        var share = scene.vera().resource(heldUp(reader)).create();
        world.awaitAllowed(
                Pods.asking(reader, "reader", scene.vision() + "/dying").build());
        scene.vera().resource(share).delete();

        scene.vera()
                .resources(DataVolumeShare.class)
                .inNamespace(scene.vision())
                .withName(share.getMetadata().getName())
                .patch(Merge.PATCH, "{\"spec\":{\"access\":\"ReadWrite\"}}");

        world.eventually(() -> attempt.refused(
                "pods.mooring.dev",
                "NotShared",
                () -> world.owner(reader)
                        .resource(Pods.asking(reader, "reader", scene.vision() + "/dying:rw")
                                .build())
                        .create()));
        new HeldUp(world, scene.vera(), share).letGo();
    }

    @Test
    void theMirrorOfAShareThatEndsIsNotMountedAgain(Attempt attempt) {
        String reader = world.project(world.department("dying"), "reader");
        world.dataVolume(scene.vision(), "ending");
        var share = world.share(scene.vision(), "ending", reader, Access.READ_ONLY);
        String mirror = "dv." + scene.vision() + ".ending";
        world.run(Pods.asking(reader, "reader", scene.vision() + "/ending").build());
        world.boundMirror(reader, mirror);
        scene.vera().resource(share).delete();

        world.eventually(() -> attempt.refused(
                "pods.mooring.dev",
                "NotShared",
                () -> world.owner(reader)
                        .resource(Pods.claiming(reader, "late", mirror).build())
                        .create()));
    }

    /** A finalizer keeps the share where it is, deleted and not gone. */
    private DataVolumeShare heldUp(String reader) {
        var share = world.newShare(scene.vision(), "dying", ScopeKind.PROJECT, reader, Access.READ_ONLY, null);
        share.getMetadata().setFinalizers(List.of(HeldUp.FINALIZER));
        world.letShare(scene.vision(), ScopeKind.PROJECT, reader);
        return share;
    }

    private static <T extends HasMetadata> T dying(T object) {
        object.getMetadata().setDeletionTimestamp(LONG_AGO);
        object.getMetadata().setDeletionGracePeriodSeconds(0L);
        return object;
    }
}
