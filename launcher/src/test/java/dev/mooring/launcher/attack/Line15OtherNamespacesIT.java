package dev.mooring.launcher.attack;

import dev.mooring.model.Access;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import org.junit.jupiter.api.Test;

/** An object that says it is in another namespace than the request. */
@Attack(line = 15)
class Line15OtherNamespacesIT {
    private static final String PODS = "pods.mooring.dev";

    private final Site site;
    private final Scene scene;

    Line15OtherNamespacesIT(Site site) {
        this.site = site;
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
        attempt.refused(PODS, "NotShared", this::postSilentPod, scene.ads());
    }

    @Test
    void aPodThatSaysNothingIsRefusedWhileNobodyAnswers(Attempt attempt) {
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(PODS, this::postSilentPod);
    }

    @Test
    void aTemplateThatSaysItIsInTheProjectWithTheShareIsRefused(Attempt attempt) {
        var job = lyingJob();

        attempt.refused(
                "workloads.mooring.dev",
                "NotShared",
                () -> scene.adam().resource(job).create(),
                scene.ads());
    }

    @Test
    void aTemplateThatSaysSoMakesNoPodsWhileNobodyAnswers(Attempt attempt) {
        var job = lyingJob();
        site.put(Processes.DOWN);
        var mark = site.auditLog().mark();
        scene.adam().resource(job).create();

        attempt.refusedUnjudgedLater(PODS, mark, "pods", scene.ads());
        scene.adam().resource(job).delete();
    }

    private Job lyingJob() {
        var job = (Job) Workload.JOB.of(Pods.asking(scene.ads(), site.world().fresh("liar"), scene.reference()));
        job.getSpec().getTemplate().getMetadata().setNamespace(scene.robotics());
        return job;
    }

    private void postSilentPod() {
        var pod = Pods.asking(scene.robotics(), "silent", scene.reference())
                .editMetadata()
                .withNamespace(null)
                .endMetadata()
                .build();
        post("/api/v1/namespaces/" + scene.ads() + "/pods", pod);
    }

    private void post(String path, HasMetadata object) {
        scene.adam().raw(path, "POST", object);
    }
}
