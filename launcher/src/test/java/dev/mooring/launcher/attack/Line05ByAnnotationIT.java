package dev.mooring.launcher.attack;

import org.junit.jupiter.api.Test;

/** The same, where the pod names no claim and gets its mirror from our webhook. */
@Attack(line = 5)
class Line05ByAnnotationIT {
    private final Scene scene;

    Line05ByAnnotationIT(Site site) {
        scene = site.scene();
    }

    @Test
    void aPrivilegedContainerIsRefused(Attempt attempt) {
        var pod = Pods.asking(scene.robotics(), "root", scene.reference())
                .editSpec()
                .editFirstContainer()
                .withNewSecurityContext()
                .withPrivileged(true)
                .endSecurityContext()
                .endContainer()
                .endSpec()
                .build();

        attempt.refused(
                "mooring-node-access",
                "PrivilegedContainer",
                () -> scene.rosa().resource(pod).create());
    }
}
