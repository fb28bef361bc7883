package dev.mooring.launcher.attack;

import dev.mooring.model.Access;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import org.junit.jupiter.api.Test;

/** An object that says it is in another namespace than the request. */
@Attack(line = 15)
class Line15OtherNamespacesIT {
    private final Scene scene;

    Line15OtherNamespacesIT(Site site) {
        scene = site.scene();
    }

    @Test
    void aPodThatSaysItIsInTheProjectWithTheShareIsRefused(Attempt attempt) {
        var pod = Pods.asking(scene.robotics(), "liar", scene.reference()).build();

        attempt.refusedByKubernetes(() -> post("/api/v1/namespaces/" + scene.ads() + "/pods", pod), "namespace");
    }

    @Test
    void aShareThatSaysItIsInTheOriginProjectIsRefused(Attempt attempt) {
        var share = scene.world()
                .newShare(scene.vision(), Scene.IMAGENET, ScopeKind.PROJECT, scene.ads(), Access.READ_ONLY, null);

        attempt.refusedByKubernetes(
                () -> post("/apis/mooring.dev/v1alpha1/namespaces/" + scene.ads() + "/datavolumeshares", share),
                "namespace");
    }

    @Test
    void aPodThatSaysNothingIsJudgedByTheRequest(Attempt attempt) {
        var pod = Pods.asking(scene.robotics(), "silent", scene.reference())
                .editMetadata()
                .withNamespace(null)
                .endMetadata()
                .build();

        attempt.refused(
                "pods.mooring.dev",
                "NotShared",
                () -> post("/api/v1/namespaces/" + scene.ads() + "/pods", pod),
                scene.ads());
    }

    @Test
    void aTemplateThatSaysItIsInTheProjectWithTheShareIsRefused(Attempt attempt) {
        var job = (Job) Workload.JOB.of(Pods.asking(scene.ads(), "liar", scene.reference()));
        job.getSpec().getTemplate().getMetadata().setNamespace(scene.robotics());

        attempt.refused(
                "workloads.mooring.dev",
                "NotShared",
                () -> scene.adam().resource(job).create(),
                scene.ads());
    }

    private void post(String path, HasMetadata object) {
        scene.adam().raw(path, "POST", object);
    }
}
