package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A pod names the mirror claim itself. */
@Attack(line = 1)
@WithAndWithoutProcesses
class Line01TheMirrorByHandIT {
    private final Processes processes;
    private final Scene scene;

    Line01TheMirrorByHandIT(Processes processes, Site site) {
        this.processes = processes;
        scene = site.scene();
        site.put(processes);
    }

    @Test
    void aPodThatWouldWriteIsMadeToReadOrRefused(Attempt attempt) {
        var pod = Pods.claiming(scene.robotics(), "writer", scene.mirrorName()).build();

        switch (processes) {
            case UP ->
                attempt.hasNoEffect("volume and mount are made read-only", () -> {
                    var made = scene.rosa().resource(pod).dryRun(true).create();
                    assertThat(Pods.volumeOf(made, scene.mirrorName())
                                    .getPersistentVolumeClaim()
                                    .getReadOnly())
                            .isTrue();
                    assertThat(made.getSpec()
                                    .getContainers()
                                    .getFirst()
                                    .getVolumeMounts()
                                    .getFirst()
                                    .getReadOnly())
                            .isTrue();
                });
            case DOWN ->
                attempt.refused(
                        "mooring-read-only-mounts",
                        "NotReadOnly",
                        () -> scene.rosa().resource(pod).create(),
                        scene.mirrorName(),
                        "readOnly: true");
        }
    }

    @Test
    void anAdministratorsPodIsNoException(Attempt attempt) {
        var pod = Pods.claiming(scene.ads(), "writer", scene.mirrorName()).build();

        switch (processes) {
            case UP ->
                attempt.refused(
                        "pods.mooring.dev",
                        "NotShared",
                        () -> scene.world().admin().resource(pod).create());
            case DOWN ->
                attempt.refused(
                        "mooring-read-only-mounts",
                        "NotReadOnly",
                        () -> scene.world().admin().resource(pod).create());
        }
    }
}
