package dev.mooring.launcher.attack;

import dev.mooring.model.Access;
import org.junit.jupiter.api.Test;

/** One storage handle twice in one pod, on which kubelet waits for ever and says nothing. */
@Attack(line = 4)
class Line04TwiceInOnePodIT {
    private static final String GUARD = "pods.mooring.dev";

    private final Site site;
    private final Scene scene;

    Line04TwiceInOnePodIT(Site site) {
        this.site = site;
        scene = site.scene();
    }

    @Test
    void originAndMirrorAreRefused(Attempt attempt) {
        var pod = Pods.claiming(scene.vision(), "both", Scene.ORIGIN)
                .editSpec()
                .addToVolumes(Pods.volume("mirror", scene.mirrorName(), true))
                .endSpec()
                .build();

        attempt.refused(
                GUARD, "MirrorInOrigin", () -> scene.vera().resource(pod).create());
    }

    @Test
    void theSameMirrorTwiceIsRefused(Attempt attempt) {
        var pod = Pods.claiming(scene.robotics(), "both", scene.mirrorName())
                .editSpec()
                .addToVolumes(Pods.volume("again", scene.mirrorName(), true))
                .endSpec()
                .build();

        attempt.refused(
                GUARD, "SameVolumeTwice", () -> scene.rosa().resource(pod).create());
    }

    @Test
    void readingAndWritingMirrorsOfOneSourceAreRefused(Attempt attempt) {
        var world = site.world();
        world.dataVolume(scene.vision(), "scratch");
        world.share(scene.vision(), "scratch", scene.robotics(), Access.READ_WRITE);
        String reference = scene.vision() + "/scratch";
        world.awaitAllowed(
                Pods.asking(scene.robotics(), "writer", reference + ":rw").build());
        String mirror = "dv." + scene.vision() + ".scratch";
        var pod = Pods.claiming(scene.robotics(), "both", mirror)
                .editSpec()
                .addToVolumes(Pods.volume("write", mirror.replace("dv.", "dvrw."), false))
                .endSpec()
                .build();

        attempt.refused(
                GUARD, "SameVolumeTwice", () -> scene.rosa().resource(pod).create());
        attempt.refused(
                GUARD,
                "SameVolumeTwice",
                () -> scene.rosa()
                        .resource(Pods.asking(
                                        scene.robotics(), "both", reference + ":rw, " + reference + ":/elsewhere:ro")
                                .build())
                        .create());
    }
}
