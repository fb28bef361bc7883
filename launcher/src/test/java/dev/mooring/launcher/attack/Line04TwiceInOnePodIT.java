package dev.mooring.launcher.attack;

import dev.mooring.model.Access;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;

/** One storage handle twice in one pod, on which kubelet waits for ever and says nothing. */
@Attack(line = 4)
class Line04TwiceInOnePodIT {
    private static final String GUARD = "pods.mooring.dev";
    private static final String ONE_HANDLE = "csi: {driver: hostpath.csi.k8s.io, volumeHandle: twice-in-one-pod}";

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
    void theSameMirrorTwiceIsRefusedWhileNobodyAnswers(Attempt attempt) {
        var pod = Pods.claiming(scene.robotics(), "both", scene.mirrorName())
                .editSpec()
                .withVolumes(
                        Pods.volume("data", scene.mirrorName(), true), Pods.volume("again", scene.mirrorName(), true))
                .endSpec()
                .build();
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(GUARD, () -> scene.rosa().resource(pod).create());
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

    @Test
    void dataVolumesOverTwoVolumesOfOneHandleAreRefused(Attempt attempt) {
        var first = overOneHandle("first");
        var second = overOneHandle("second");

        refusedTogether(attempt, scene.vision(), first, second);
    }

    @Test
    void mirrorsOfDataVolumesOverOneHandleAreRefused(Attempt attempt) {
        var first = overOneHandle("left");
        var second = overOneHandle("right");
        var world = site.world();
        world.share(scene.vision(), "left", scene.robotics(), Access.READ_ONLY);
        world.share(scene.vision(), "right", scene.robotics(), Access.READ_ONLY);

        refusedTogether(attempt, scene.robotics(), first, second);
    }

    @Test
    void aDataVolumeBesideAClaimOverTheSameHandleIsRefused(Attempt attempt) {
        var world = site.world();
        var volume = overOneHandle("beside");
        world.boundClaim(scene.vision(), "plain", Storage.spec(ONE_HANDLE));
        world.awaitAllowed(Pods.asking(scene.vision(), "alone", volume).build());

        refused(
                attempt,
                scene.vision(),
                Pods.asking(scene.vision(), "both", volume)
                        .editSpec()
                        .addToVolumes(Pods.volume("own", "plain", false))
                        .endSpec()
                        .build());
    }

    /** Makes a data volume over a volume of the handle that all of these have, and returns how it is referred to. */
    private String overOneHandle(String name) {
        site.world().dataVolume(scene.vision(), name, Storage.spec(ONE_HANDLE));
        return scene.vision() + "/" + name;
    }

    private void refusedTogether(Attempt attempt, String project, String first, String second) {
        var world = site.world();
        world.awaitAllowed(Pods.asking(project, "alone", first).build());
        world.awaitAllowed(Pods.asking(project, "alone", second).build());
        refused(
                attempt,
                project,
                Pods.asking(project, "both", first + ":/first, " + second + ":/second")
                        .build());
    }

    private void refused(Attempt attempt, String project, Pod pod) {
        var world = site.world();
        world.eventually(() -> attempt.refused(
                GUARD,
                "SameStorageTwice",
                () -> world.owner(project).resource(pod).dryRun(true).create()));
    }
}
