package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.mooring.model.DataVolumeReview;
import dev.mooring.model.DataVolumeReviewSpec;
import dev.mooring.model.DataVolumeReviewStatus;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the answer to a question tells of data that is not shared with the project that asks. */
@Attack(line = 24)
class Line24QuestionsIT {
    private final Site site;
    private final Scene scene;

    Line24QuestionsIT(Site site) {
        this.site = site;
        scene = site.scene();
    }

    @Test
    void aTemplateThatAsksForWhatIsNotSharedIsAnsweredLikeOneThatAsksForNothing(Attempt attempt) {
        attempt.hasNoEffect("the same words for both", () -> {
            assertThat(told(scene.reference()).replace(Scene.IMAGENET, "nothing1"))
                    .isEqualTo(told(scene.vision() + "/nothing1"));
            assertThat(told(scene.reference()).replace(scene.vision(), "nowhere"))
                    .isEqualTo(told("nowhere/" + Scene.IMAGENET));
        });
    }

    @Test
    void aTemplateThatNamesAMirrorIsAnsweredLikeOneThatNamesNone(Attempt attempt) {
        attempt.hasNoEffect(
                "the same words for both",
                () -> assertThat(toldOfClaim(scene.mirrorName()).replace(Scene.IMAGENET, "nothing1"))
                        .isEqualTo(toldOfClaim(scene.mirrorName().replace(Scene.IMAGENET, "nothing1"))));
    }

    @Test
    void aDataVolumeOfAnotherProjectIsAnsweredLikeOneThatDoesNotExist(Attempt attempt) {
        attempt.hasNoEffect(
                "the same words for both",
                () -> assertThat(asked(new DataVolumeReviewSpec(null, Scene.IMAGENET))
                                .toString()
                                .replace(Scene.IMAGENET, "nothing1"))
                        .isEqualTo(asked(new DataVolumeReviewSpec(null, "nothing1"))
                                .toString()));
    }

    @Test
    void whatIsNotSharedIsNotListed(Attempt attempt) {
        attempt.hasNoEffect(
                "nothing is listed",
                () -> assertThat(asked(new DataVolumeReviewSpec(null, null)).usable())
                        .isEmpty());
    }

    @Test
    void nobodyAsksInAnotherProject(Attempt attempt) {
        attempt.refusedByRbac(() -> ask(scene.adam(), scene.robotics(), new DataVolumeReviewSpec(null, null)));
        attempt.refusedByRbac(() -> ask(scene.adam(), scene.vision(), new DataVolumeReviewSpec(null, Scene.IMAGENET)));
    }

    @Test
    void aQuestionIsNotAnsweredWhileNobodyAnswers(Attempt attempt) {
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(
                "reviews.mooring.dev",
                () -> ask(scene.adam(), scene.ads(), new DataVolumeReviewSpec(null, Scene.IMAGENET)));
    }

    private String told(String reference) {
        return asked(of(Pods.asking(scene.ads(), "asking", reference))).toString();
    }

    private String toldOfClaim(String claim) {
        return asked(of(Pods.claiming(scene.ads(), "asking", claim))).toString();
    }

    private DataVolumeReviewSpec of(PodBuilder pod) {
        String template = site.admin().getKubernetesSerialization().asJson(Pods.template(pod, "Never"));
        return new DataVolumeReviewSpec(
                Serialization.unmarshal(template, new TypeReference<Map<String, Object>>() {}), null);
    }

    private DataVolumeReviewStatus asked(DataVolumeReviewSpec spec) {
        return Objects.requireNonNull(ask(scene.adam(), scene.ads(), spec).getStatus());
    }

    private static DataVolumeReview ask(KubernetesClient client, String namespace, DataVolumeReviewSpec spec) {
        var review = new DataVolumeReview();
        review.setMetadata(World.meta(namespace, "question"));
        review.setSpec(spec);
        return client.resource(review).dryRun(true).create();
    }
}
