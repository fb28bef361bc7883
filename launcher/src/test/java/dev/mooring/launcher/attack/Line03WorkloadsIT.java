package dev.mooring.launcher.attack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same through the template of a workload. */
@Attack(line = 3)
class Line03WorkloadsIT {
    private final Site site;
    private final Scene scene;

    Line03WorkloadsIT(Site site) {
        this.site = site;
        scene = site.scene();
    }

    @ParameterizedTest
    @EnumSource
    void aTemplateThatNamesTheMirrorIsRefusedWithoutAShare(Workload workload, Attempt attempt) {
        var made = workload.of(Pods.claiming(scene.ads(), "reader", scene.mirrorName()));

        attempt.refused(
                "workloads.mooring.dev",
                "NotShared",
                () -> scene.adam().resource(made).create(),
                scene.reference());
    }

    @ParameterizedTest
    @EnumSource
    void aTemplateThatAsksByAnnotationIsRefusedWithoutAShare(Workload workload, Attempt attempt) {
        var made = workload.of(Pods.asking(scene.ads(), "reader", scene.reference()));

        attempt.refused(
                "workloads.mooring.dev",
                "NotShared",
                () -> scene.adam().resource(made).create());
    }

    @ParameterizedTest
    @EnumSource
    void aTemplateThatWouldWriteIsRefused(Workload workload, Attempt attempt) {
        var made = workload.of(Pods.asking(scene.robotics(), "writer", scene.reference() + ":rw"));

        attempt.refused(
                "workloads.mooring.dev",
                "SharedReadOnly",
                () -> scene.rosa().resource(made).create());
    }

    @Test
    void aTemplateThatIsChangedLaterIsRefused(Attempt attempt) {
        var harmless = scene.adam()
                .resource(Workload.DEPLOYMENT.of(
                        Pods.plain(scene.ads(), site.world().fresh("harmless"))))
                .create();

        attempt.refused(
                "workloads.mooring.dev",
                "NotShared",
                () -> scene.adam()
                        .apps()
                        .deployments()
                        .inNamespace(scene.ads())
                        .withName(harmless.getMetadata().getName())
                        .patch(Merge.PATCH, """
                        {"spec": {"template": {"metadata": {"annotations": {"%s": "%s"}}}}}
                        """.formatted(Pods.DATA_VOLUMES, scene.reference())));
    }
}
