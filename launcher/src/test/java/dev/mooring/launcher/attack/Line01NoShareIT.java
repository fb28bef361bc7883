package dev.mooring.launcher.attack;

import org.junit.jupiter.api.Test;

/** A pod names the mirror claim itself, where nothing was shared that far. */
@Attack(line = 1)
class Line01NoShareIT {
    private final Site site;
    private final Scene scene;

    Line01NoShareIT(Site site) {
        this.site = site;
        scene = site.scene();
    }

    @Test
    void aProjectWithoutAShareDoesNotMountTheMirror(Attempt attempt) {
        var pod = Pods.claiming(scene.ads(), "reader", scene.mirrorName()).build();

        attempt.refused(
                "pods.mooring.dev",
                "NotShared",
                () -> scene.adam().resource(pod).create(),
                scene.reference());
    }

    @Test
    void aReadOnlyShareGivesNoWritableMirror(Attempt attempt) {
        var pod = Pods.claiming(scene.robotics(), "writer", scene.mirrorName().replace("dv.", "dvrw."))
                .build();

        attempt.refused(
                "pods.mooring.dev",
                "SharedReadOnly",
                () -> scene.rosa().resource(pod).create());
    }

    @Test
    void aPersonWithTheLesserRoleGetsNoMore(Attempt attempt) {
        var pod = Pods.asking(scene.robotics(), "writer", scene.reference() + ":rw")
                .build();

        attempt.refused(
                "pods.mooring.dev",
                "SharedReadOnly",
                () -> scene.world().user(scene.robotics()).resource(pod).create());
    }

    @Test
    void aNamespaceThatIsNoProjectMountsNothing(Attempt attempt) {
        String nowhere = scene.world().namespace("nowhere");
        var pod = Pods.claiming(nowhere, "reader", scene.mirrorName()).build();

        attempt.refused(
                "pods.mooring.dev",
                "NotAProject",
                () -> site.admin().resource(pod).create(),
                nowhere);
    }

    @Test
    void theOriginProjectHasNoMirrorOfItsOwnData(Attempt attempt) {
        var pod = Pods.claiming(scene.vision(), "reader", scene.mirrorName()).build();

        attempt.refused(
                "pods.mooring.dev",
                "MirrorInOrigin",
                () -> scene.vera().resource(pod).create(),
                Scene.ORIGIN);
    }
}
