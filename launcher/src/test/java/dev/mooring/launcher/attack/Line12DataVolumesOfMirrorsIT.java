package dev.mooring.launcher.attack;

import org.junit.jupiter.api.Test;

/** Handing on what one was lent: a data volume made of a mirror. */
@Attack(line = 12)
@WithAndWithoutProcesses
class Line12DataVolumesOfMirrorsIT {
    private final Site site;
    private final Scene scene;

    Line12DataVolumesOfMirrorsIT(Processes processes, Site site) {
        this.site = site;
        scene = site.scene();
        site.put(processes);
    }

    @Test
    void aDataVolumeOfAMirrorIsRefused(Attempt attempt) {
        var lent = site.world().newDataVolume(scene.robotics(), "lent", scene.mirrorName());

        attempt.refusedBySchema(() -> scene.rosa().resource(lent).create(), "claimName");
        attempt.refusedBySchema(() -> site.admin().resource(lent).create(), "claimName");
    }

    @Test
    void aDataVolumeOfAWritableMirrorIsRefused(Attempt attempt) {
        var lent = site.world()
                .newDataVolume(scene.robotics(), "lent", scene.mirrorName().replace("dv.", "dvrw."));

        attempt.refusedBySchema(() -> scene.rosa().resource(lent).create(), "claimName");
    }

    @Test
    void aDataVolumeIsNotTurnedToAMirrorLater(Attempt attempt) {
        var own = scene.rosa()
                .resource(site.world()
                        .newDataVolume(scene.robotics(), site.world().fresh("own"), "own-data"))
                .create();

        attempt.refusedBySchema(() -> scene.rosa()
                .resource(own)
                .patch(Merge.PATCH, "{\"spec\":{\"claimName\":\"" + scene.mirrorName() + "\"}}"));
    }
}
