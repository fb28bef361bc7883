package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.mooring.model.AccessSubject;
import dev.mooring.model.SubjectKind;
import dev.mooring.testcluster.Line;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import dev.mooring.webhook.review.Reviews;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What a webhook allows that hears nothing of the cluster any more, without an error. */
@WithCluster
@TestInstance(Lifecycle.PER_CLASS)
class ViewAgeIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    /** Two seconds of the promise, and a little for one more try. */
    private static final Duration BOUND = Duration.ofMillis(2_500);

    private static final String ANNA = "aged-anna";

    private final KubernetesClient admin;
    private final KubernetesClient anna;
    private final Line line;
    private final Installation installation;
    private final Attempt attempt;
    private final World world;
    private final String vision;
    private final String robotics;

    ViewAgeIT(TestCluster cluster) {
        admin = cluster.admin().clientWithoutRetries();
        line = Line.to(cluster.apiServer());
        installation = Installation.over(line, cluster);
        anna = cluster.user(ANNA).clientWithoutRetries();
        attempt = new Attempt(anna);
        world = new World(admin, installation.controller());
        vision = world.project("aged-vision");
        robotics = world.project("aged-robotics");
    }

    @BeforeAll
    void share() {
        world.dataVolume(vision, "imagenet");
        world.share(vision, "imagenet", robotics);
        // Of whom a rule names nothing is asked on the line that is disturbed: what refuses is the age.
        world.bindResearcher(robotics, ANNA);
        world.accessRule(robotics, "l2-researcher", new AccessSubject(SubjectKind.USER, ANNA, null));
    }

    @BeforeEach
    void mend() {
        line.mend();
        await().atMost(LONG).until(() -> refusal().isEmpty());
    }

    @AfterAll
    void close() {
        line.mend();
        installation.close();
        line.close();
        anna.close();
        admin.close();
    }

    @Test
    void refusesConsumersTwoSecondsAfterItHeardTheLast() {
        line.swallow();

        assertThat(tooOld()).satisfies(refusal -> {
            assertThat(refusal.getCode()).isEqualTo(429);
            assertThat(refusal.getDetails().getRetryAfterSeconds()).isEqualTo(1);
            assertThat(refusal.getMessage()).contains("Mooring has not heard of changes of ");
        });
    }

    @Test
    void refusesWhatWasRevokedUnheard() {
        world.dataVolume(vision, "laion");
        var share = world.share(vision, "laion", robotics);
        var pod = Pods.asking(robotics, "late", vision + "/laion").build();
        attempt.allowed(pod);
        line.swallow();
        world.unshare(share);

        attempt.refused(pod, "Mooring has not heard of changes");
        line.mend();
        await().atMost(LONG)
                .untilAsserted(() -> attempt.refused(pod, "does not exist or is not shared with this project"));
    }

    @Test
    void refusesNewContainersThatMountTheMirrorAndNoOthers() {
        var pod = attempt.created(
                Pods.asking(robotics, "running", vision + "/imagenet").build());
        var volume = Pods.mirrorVolume(pod);
        line.swallow();
        tooOld();

        assertThat(EphemeralContainers.add(admin, pod, "reader", volume, true))
                .contains("Mooring has not heard of changes");
        assertThat(EphemeralContainers.add(admin, pod, "debug", null, false)).isEmpty();
    }

    @Test
    void readsTheAgeOnceTheBodyHasArrived() {
        try (var direct = installation.direct()) {
            var answer = direct.post("/validate", Reviews.text(Reviews.POD), () -> {
                line.swallow();
                tooOld();
            });

            assertThat(answer.body()).contains("\"reason\":\"ViewTooOld\"");
        }
    }

    @Test
    void tellsTheAgeOfEachKindByWhichAnAlertGoes() {
        try (var direct = installation.direct()) {
            assertThat(direct.measured("mooring_view_age_seconds")).hasSize(4).allMatch(age -> age < 2);
            line.swallow();

            await().atMost(LONG)
                    .until(() -> direct.measured("mooring_view_age_seconds").allMatch(age -> age > 2));
        }
    }

    @Test
    void letsOtherPodsGoOn() {
        line.swallow();
        tooOld();

        assertThatCode(() -> {
                    admin.resource(Pods.plain(robotics, "plain").build())
                            .dryRun(true)
                            .create();
                    admin.resource(Pods.plain(robotics, "useless")
                                    .editMetadata()
                                    .addToAnnotations("mooring.dev/containers", "main")
                                    .endMetadata()
                                    .build())
                            .dryRun(true)
                            .create();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void allowsConsumersAgainOnceItHears() {
        line.swallow();
        tooOld();
        line.mend();

        await().atMost(LONG).until(() -> refusal().isEmpty());
    }

    @Test
    void findsItsWayOutOfHalfOpenConnections() {
        line.forgetConnections();
        tooOld();

        await().atMost(LONG).until(() -> refusal().isEmpty());
    }

    @Test
    void refusesConsumersWhileItMayNotWriteHeartbeats() {
        var role = admin.rbac().roles().inNamespace(Installation.NAMESPACE).withName("mooring-webhook");
        var before = role.get();
        role.edit(ViewAgeIT::withoutHeartbeats);
        try {
            assertThat(tooOld().getCode()).isEqualTo(429);
        } finally {
            role.edit(now -> withRules(now, before));
        }

        await().atMost(LONG).until(() -> refusal().isEmpty());
    }

    private static Role withoutHeartbeats(Role role) {
        role.getRules().removeIf(ViewAgeIT::isAboutHeartbeats);
        return role;
    }

    private static boolean isAboutHeartbeats(PolicyRule rule) {
        return rule.getApiGroups().contains("mooring.dev");
    }

    private static Role withRules(Role role, Role other) {
        role.setRules(other.getRules());
        return role;
    }

    /** Returns the refusal that comes in time. */
    private Status tooOld() {
        return await().pollInterval(Duration.ofMillis(20))
                .atMost(BOUND)
                .until(this::refusal, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Status> refusal() {
        Pod pod = Pods.asking(robotics, "reader", vision + "/imagenet").build();
        try {
            anna.resource(pod).dryRun(true).create();
            return Optional.empty();
        } catch (KubernetesClientException e) {
            return Optional.of(e.getStatus());
        }
    }
}
