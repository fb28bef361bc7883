package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a denial, an event or a list tells of data that is not shared with one. */
@Attack(line = 24)
class Line24WhatExistsElsewhereIT {
    private final Site site;
    private final Scene scene;

    Line24WhatExistsElsewhereIT(Site site) {
        this.site = site;
        scene = site.scene();
    }

    @Test
    void aReferenceToWhatIsNotSharedReadsLikeOneToNothing(Attempt attempt) {
        attempt.hasNoEffect(
                "the same words for both",
                () -> assertThat(denial(Pods.asking(scene.ads(), "asking", scene.reference())
                                        .build())
                                .replace(Scene.IMAGENET, "nothing1"))
                        .isEqualTo(denial(Pods.asking(scene.ads(), "asking", scene.vision() + "/nothing1")
                                .build())));
    }

    @Test
    void aProjectThatExistsReadsLikeOneThatDoesNot(Attempt attempt) {
        attempt.hasNoEffect(
                "the same words for both",
                () -> assertThat(denial(Pods.asking(scene.ads(), "asking", scene.reference())
                                        .build())
                                .replace(scene.vision(), "nowhere"))
                        .isEqualTo(denial(Pods.asking(scene.ads(), "asking", "nowhere/" + Scene.IMAGENET)
                                .build())));
    }

    @Test
    void theNameOfAMirrorReadsLikeThatOfNone(Attempt attempt) {
        attempt.hasNoEffect(
                "the same words for both",
                () -> assertThat(denial(Pods.claiming(scene.ads(), "claiming", scene.mirrorName())
                                        .build())
                                .replace(Scene.IMAGENET, "nothing1"))
                        .isEqualTo(denial(Pods.claiming(
                                        scene.ads(),
                                        "claiming",
                                        scene.mirrorName().replace(Scene.IMAGENET, "nothing1"))
                                .build())));
    }

    @Test
    void aBareNameTellsNothingOfOtherProjects(Attempt attempt) {
        String denial =
                denial(Pods.asking(scene.ads(), "asking", Scene.IMAGENET).build());

        attempt.hasNoEffect(
                "the denial names no other project",
                () -> assertThat(denial).doesNotContain(scene.vision()).doesNotContain(scene.robotics()));
    }

    @Test
    void aRefusalWhileNobodyAnswersTellsNothing(Attempt attempt) {
        var pod = Pods.asking(scene.ads(), "asking", scene.reference()).build();
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(
                "pods.mooring.dev", () -> scene.adam().resource(pod).create());
        attempt.hasNoEffect(
                "it does not speak of what was asked for",
                () -> assertThat(denial(pod)).doesNotContain(scene.vision()));
    }

    @Test
    void nobodyListsTheDataVolumesOfAnotherProject(Attempt attempt) {
        attempt.refusedByRbac(() -> scene.adam()
                .resources(DataVolume.class)
                .inNamespace(scene.vision())
                .list());
        attempt.refusedByRbac(() ->
                scene.adam().resources(DataVolumeShare.class).inAnyNamespace().list());
        attempt.refusedByRbac(
                () -> scene.adam().v1().events().inNamespace(scene.robotics()).list());
    }

    @Test
    void eventsOfAProjectNameNoOtherConsumer(Attempt attempt) {
        String other = scene.world().project(scene.department(), "audio");
        var share = scene.world().share(scene.vision(), Scene.IMAGENET, other, Access.READ_ONLY);
        scene.world().run(Pods.asking(other, "reader", scene.reference()).build());
        site.admin().resource(share).delete();
        await().until(() -> events(other).stream().anyMatch(event -> "GrantEnded".equals(event.getReason())));

        attempt.hasNoEffect("none names a project that has nothing to do with it", () -> {
            assertThat(events(scene.robotics()))
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(event.toString()).doesNotContain(other, scene.ads()));
            assertThat(events(other))
                    .allSatisfy(event -> assertThat(event.toString()).doesNotContain(scene.robotics(), scene.ads()));
        });
    }

    private List<Event> events(String namespace) {
        return site.admin().v1().events().inNamespace(namespace).list().getItems();
    }

    private String denial(Pod pod) {
        var refusal = catchThrowableOfType(
                KubernetesClientException.class,
                () -> scene.adam().resource(pod).create());
        return refusal.getStatus().getMessage();
    }
}
