package dev.mooring.launcher.attack;

import dev.mooring.model.Access;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;

/** Names that contain each other, dots and wildcards. */
@Attack(line = 17)
class Line17NamesInNamesIT {
    private static final String GUARD = "pods.mooring.dev";

    private final Site site;
    private final World world;
    private final Scene scene;
    private final String department;

    Line17NamesInNamesIT(Site site) {
        this.site = site;
        scene = site.scene();
        world = site.world();
        department = world.department("names");
    }

    @Test
    void aProjectWhoseNameGoesOnGetsNothing(Attempt attempt) {
        String team = world.project(department, "team-a");
        String evil = world.projectNamed(department, team + "-evil");
        share(team);

        refused(attempt, evil);
    }

    @Test
    void aProjectWhoseNameGoesOnGetsNothingWhileNobodyAnswers(Attempt attempt) {
        String team = world.project(department, "team-a");
        String evil = world.projectNamed(department, team + "-evil");
        share(team);
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(
                GUARD,
                () -> world.owner(evil)
                        .resource(Pods.asking(evil, "reader", scene.reference()).build())
                        .create());
    }

    @Test
    void aClaimWhoseNameGoesOnIsNotMadeWhileNobodyAnswers(Attempt attempt) {
        var claim = Claims.plain(scene.ads(), scene.mirrorName() + ".more").build();
        site.put(Processes.DOWN);

        attempt.refused(
                "mooring-reserved-claims",
                "ReservedName",
                () -> scene.adam().resource(claim).create());
    }

    @Test
    void aProjectWhoseNameIsTheBeginningGetsNothing(Attempt attempt) {
        String team = world.project(department, "team-a");
        String longer = world.projectNamed(department, team + "-evil");
        share(longer);

        refused(attempt, team);
    }

    @Test
    void aDataVolumeWhoseNameGoesOnIsNotShared(Attempt attempt) {
        world.dataVolume(scene.vision(), "imagenet-secret");

        attempt.refused(
                GUARD,
                "NotShared",
                () -> scene.rosa()
                        .resource(Pods.claiming(scene.robotics(), "reader", scene.mirrorName() + "-secret")
                                .build())
                        .create());
    }

    @Test
    void aDataVolumeHasNoDotInItsName(Attempt attempt) {
        var dotted = world.newDataVolume(scene.vision(), "imagenet.secret", Scene.ORIGIN);

        attempt.refusedBySchema(() -> scene.vera().resource(dotted).create());
    }

    @Test
    void aClaimNameWithMoreDotsIsNoMirrors(Attempt attempt) {
        for (String name : new String[] {scene.mirrorName() + ".more", "dv.imagenet", "dv.." + scene.vision()}) {
            attempt.refused(
                    GUARD,
                    "UnreadableClaimName",
                    () -> post(Pods.claiming(scene.robotics(), "reader", name).build()));
        }
    }

    @Test
    void aShareWithEveryProjectByAWildcardIsRefused(Attempt attempt) {
        var share = world.newShare(scene.vision(), Scene.IMAGENET, ScopeKind.PROJECT, "*", Access.READ_ONLY, null);

        attempt.refusedBySchema(() -> scene.vera().resource(share).create(), "spec.scope.name");
    }

    private void share(String project) {
        world.share(scene.vision(), Scene.IMAGENET, project, Access.READ_ONLY);
        world.awaitAllowed(Pods.asking(project, "reader", scene.reference()).build());
    }

    private void refused(Attempt attempt, String project) {
        attempt.refused(
                GUARD,
                "NotShared",
                () -> world.owner(project)
                        .resource(Pods.asking(project, "reader", scene.reference())
                                .build())
                        .create());
        attempt.refused(
                GUARD,
                "NotShared",
                () -> world.owner(project)
                        .resource(Pods.claiming(project, "reader", scene.mirrorName())
                                .build())
                        .create());
    }

    private void post(Pod pod) {
        scene.rosa().resource(pod).create();
    }
}
