package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.mooring.model.Access;
import dev.mooring.model.DataVolumeReview;
import dev.mooring.model.DataVolumeReviewSpec;
import dev.mooring.model.DataVolumeReviewStatus;
import dev.mooring.model.DataVolumeUser;
import dev.mooring.model.UsableDataVolume;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Questions about data volumes, asked as a researcher asks them, of the real API server. */
@WithCluster
@TestInstance(Lifecycle.PER_CLASS)
class DataVolumeReviewIT {
    private final TestCluster cluster;
    private final KubernetesClient admin;
    private final KubernetesClient rosa;
    private final Installation installation;
    private final Attempt attempt;
    private final World world;
    private final String vision;
    private final String robotics;

    DataVolumeReviewIT(TestCluster cluster) {
        this.cluster = cluster;
        admin = cluster.client();
        rosa = cluster.user("review-rosa").clientWithoutRetries();
        installation = Installation.on(cluster);
        attempt = new Attempt(admin);
        world = new World(admin, installation.controller());
        vision = world.project("review-vision");
        robotics = world.project("review-robotics");
    }

    @BeforeAll
    void share() {
        world.dataVolume(vision, "imagenet");
        world.dataVolume(vision, "private");
        world.share(vision, "imagenet", robotics);
        attempt.allowed(Pods.asking(robotics, "first", "imagenet").build());
        world.bindResearcher(robotics, "review-rosa");
    }

    @AfterAll
    void close() {
        rosa.close();
        installation.close();
    }

    @Test
    void tellsAResearcherWhatCanBeUsedHere() {
        assertThat(answer(rosa, robotics, new DataVolumeReviewSpec(null, null)).usable())
                .containsExactly(new UsableDataVolume(vision + "/imagenet", Access.READ_ONLY, null, null, true, null));
    }

    @Test
    void answersKubectlAndNothingElseIsNeeded(@TempDir Path directory) throws Exception {
        assertThat(kubectl(directory, robotics)).contains("usable:").contains("dataVolume: " + vision + "/imagenet");
    }

    @Test
    void tellsWhyAPodIsRefusedInTheWordsThatItsCreatorWouldRead() {
        var pod = Pods.asking(robotics, "train", vision + "/private").build();
        var refusal = attempt.refused(pod, vision + "/private");

        var verdict = Objects.requireNonNull(
                answer(rosa, robotics, asking(vision + "/private")).pod());

        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.reason()).isEqualTo("NotShared");
        assertThat(refusal.getMessage())
                .endsWith(Objects.requireNonNull(verdict.message()).replaceFirst("^pods of ", "pod "));
    }

    @Test
    void tellsThatAPodWouldBeLetIn() {
        var verdict = Objects.requireNonNull(
                answer(rosa, robotics, asking("imagenet")).pod());

        assertThat(verdict.allowed()).isTrue();
        attempt.allowed(Pods.asking(robotics, "train", "imagenet").build());
    }

    @Test
    void tellsWhoMayNotSeeDataVolumesThatHisPodWouldBeRefused() {
        admin.resource(new RoleBuilder()
                        .withNewMetadata()
                        .withNamespace(robotics)
                        .withName("asker")
                        .endMetadata()
                        .addNewRule()
                        .withApiGroups("mooring.dev")
                        .withResources("datavolumereviews")
                        .withVerbs("create")
                        .endRule()
                        .build())
                .create();
        admin.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(robotics)
                        .withName("asker")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", "asker")
                        .addNewSubject("rbac.authorization.k8s.io", "User", "review-rolf", null)
                        .build())
                .create();
        try (var rolf = cluster.user("review-rolf").clientWithoutRetries()) {
            await().untilAsserted(() -> assertThat(Objects.requireNonNull(
                                    answer(rolf, robotics, asking("imagenet")).pod())
                            .reason())
                    .isEqualTo("SubmitterSeesNothing"));
        }
    }

    @Test
    void tellsTheOwnerWhichProjectsMayUseTheData() {
        assertThat(answer(admin, vision, new DataVolumeReviewSpec(null, "imagenet"))
                        .users())
                .contains(new DataVolumeUser(robotics, Access.READ_ONLY, null, null))
                .extracting(DataVolumeUser::project)
                .doesNotContain(vision);
    }

    @Test
    void namesAProjectOnceThoughAnotherDepartmentWouldHaveItToo() {
        new World(admin, installation.controller()).unnumberedProject(robotics);

        await().during(Duration.ofSeconds(1))
                .until(() -> answer(admin, vision, new DataVolumeReviewSpec(null, "imagenet")).users().stream()
                                .filter(user -> user.project().equals(robotics))
                                .count()
                        == 1);
    }

    @Test
    void leavesOutWhatIsNotSharedAnyMore() {
        var project = world.project("review-audio");
        var share = world.share(vision, "imagenet", project);
        await().until(() -> !answer(admin, project, new DataVolumeReviewSpec(null, null))
                .usable()
                .isEmpty());
        world.unshare(share);

        await().until(() -> answer(admin, project, new DataVolumeReviewSpec(null, null))
                .usable()
                .isEmpty());
    }

    @Test
    void overwritesAnAnswerThatTheQuestionBringsAlong() {
        var review = review(robotics, new DataVolumeReviewSpec(null, null));
        review.setStatus(new DataVolumeReviewStatus("all is yours", List.of(), null, null, List.of(), null));

        var status = Objects.requireNonNull(
                rosa.resource(review).dryRun(true).create().getStatus());

        assertThat(status.message()).isNull();
        assertThat(status.usable()).hasSize(1);
    }

    @Test
    void isNeverStored() {
        assertThatThrownBy(() -> rosa.resource(review(robotics, new DataVolumeReviewSpec(null, null)))
                        .create())
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("is a question and is never stored")
                .hasMessageContaining("--dry-run=server");
        assertThat(admin.resources(DataVolumeReview.class)
                        .inNamespace(robotics)
                        .list()
                        .getItems())
                .isEmpty();
    }

    @Test
    void answersNobodyWhoMayNotAskThere() {
        assertThatThrownBy(() -> answer(rosa, vision, new DataVolumeReviewSpec(null, null)))
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        refusal -> assertThat(refusal)
                                .extracting(KubernetesClientException::getCode)
                                .isEqualTo(403));
    }

    @Test
    void asksForABareNameOfOnesOwn() {
        assertThatThrownBy(() -> answer(admin, robotics, new DataVolumeReviewSpec(null, vision + "/imagenet")))
                .hasMessageContaining("is asked in its own project's namespace, by its bare name");
    }

    private static DataVolumeReviewStatus answer(KubernetesClient client, String namespace, DataVolumeReviewSpec spec) {
        return Objects.requireNonNull(
                client.resource(review(namespace, spec)).dryRun(true).create().getStatus());
    }

    private static DataVolumeReview review(String namespace, DataVolumeReviewSpec spec) {
        var review = new DataVolumeReview();
        review.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName("train")
                .build());
        review.setSpec(spec);
        return review;
    }

    private static DataVolumeReviewSpec asking(String references) {
        String template = Serialization.asJson(Pods.template(references, "Never"));
        return new DataVolumeReviewSpec(
                Serialization.unmarshal(template, new TypeReference<Map<String, Object>>() {}), null);
    }

    private String kubectl(Path directory, String namespace) throws IOException, InterruptedException {
        var file = Files.writeString(directory.resolve("review.yaml"), """
                apiVersion: mooring.dev/v1alpha1
                kind: DataVolumeReview
                metadata:
                  name: what-can-i-use
                """);
        var output = directory.resolve("output");
        var process = new ProcessBuilder(
                        cluster.kubectl().toString(),
                        "--kubeconfig",
                        cluster.user("review-rosa").file().toString(),
                        "create",
                        "--dry-run=server",
                        "-o",
                        "yaml",
                        "-n",
                        namespace,
                        "-f",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output);
    }
}
