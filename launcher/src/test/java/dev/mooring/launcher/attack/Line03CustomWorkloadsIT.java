package dev.mooring.launcher.attack;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The same through a kind of workload that we know nothing of: its controller makes pods, and these are judged. */
@Attack(line = 3)
class Line03CustomWorkloadsIT {
    private static final String GUARD = "pods.mooring.dev";

    private final Site site;
    private final Scene scene;
    private final KubernetesClient controller;

    Line03CustomWorkloadsIT(Site site) {
        this.site = site;
        scene = site.scene();
        site.installCrews();
        controller = site.serviceAccount("crew-system", "crew-controller");
    }

    @Test
    void aTemplateThatAsksByAnnotationGetsNothingWithoutAShare(Attempt attempt) {
        var crew = crew(Pods.asking(scene.ads(), "reader", scene.reference()));

        attempt.refused(GUARD, "NotShared", () -> makePodOf(crew), scene.reference());
    }

    @Test
    void aTemplateThatNamesTheMirrorGetsNothingWithoutAShare(Attempt attempt) {
        var crew = crew(Pods.claiming(scene.ads(), "reader", scene.mirrorName()));

        attempt.refused(GUARD, "NotShared", () -> makePodOf(crew), scene.reference());
    }

    @Test
    void aTemplateThatWouldWriteIsRefused(Attempt attempt) {
        var crew = crew(Pods.asking(scene.robotics(), "writer", scene.reference() + ":rw"));

        attempt.refused(GUARD, "SharedReadOnly", () -> makePodOf(crew));
    }

    @Test
    void itsPodsAreRefusedWhileNobodyAnswers(Attempt attempt) {
        site.put(Processes.DOWN);
        var crew = crew(Pods.asking(scene.ads(), "reader", scene.reference()));

        attempt.refusedUnjudged(GUARD, () -> makePodOf(crew));
    }

    /** Stores one, as somebody who may make crews: nothing of ours looks at it. */
    private GenericKubernetesResource crew(PodBuilder pod) {
        String namespace = pod.buildMetadata().getNamespace();
        var crew = new GenericKubernetesResourceBuilder()
                .withApiVersion("example.com/v1")
                .withKind("Crew")
                .withMetadata(World.meta(namespace, site.world().fresh("crew")))
                .addToAdditionalProperties("spec", Map.of("template", Pods.template(pod, "Never")))
                .build();
        var user = site.world().person(namespace, "crew-user");
        return await().ignoreExceptions().until(() -> user.resource(crew).create(), Objects::nonNull);
    }

    /** Does what the crews' controller would. */
    private void makePodOf(GenericKubernetesResource crew) {
        controller.resource(podOf(crew)).create();
    }

    private Pod podOf(GenericKubernetesResource crew) {
        var template = controller
                .getKubernetesSerialization()
                .convertValue(crew.get("spec", "template"), PodTemplateSpec.class);
        return new PodBuilder()
                .withMetadata(template.getMetadata())
                .editMetadata()
                .withNamespace(crew.getMetadata().getNamespace())
                .withName(crew.getMetadata().getName())
                .addNewOwnerReference()
                .withApiVersion(crew.getApiVersion())
                .withKind(crew.getKind())
                .withName(crew.getMetadata().getName())
                .withUid(crew.getMetadata().getUid())
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withSpec(template.getSpec())
                .build();
    }
}
