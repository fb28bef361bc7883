package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mooring.model.Access;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Whom it touches that no webhook answers: those who ask for data, and nobody else. */
@WithCluster
@TestInstance(Lifecycle.PER_CLASS)
class OutageIT {
    private final KubernetesClient admin;
    private final Installation installation;
    private final Attempt attempt;
    private final World world;
    private final String vision;
    private final String robotics;

    OutageIT(TestCluster cluster) {
        admin = cluster.admin().clientWithoutRetries();
        installation = Installation.on(cluster);
        attempt = new Attempt(admin);
        world = new World(admin, installation.controller());
        vision = world.project("vision");
        robotics = world.project("robotics");
    }

    @BeforeAll
    void share() {
        world.dataVolume(vision, "imagenet");
        world.share(vision, "imagenet", robotics);
        attempt.allowed(Pods.asking(robotics, "first", "imagenet").build());
    }

    @BeforeEach
    void stop() {
        installation.stop();
    }

    @AfterEach
    void start() {
        installation.start();
    }

    @AfterAll
    void close() {
        admin.close();
        installation.close();
    }

    @Test
    void createsPodsThatAskForNothing() {
        assertThatCode(() ->
                        admin.resource(Pods.plain(robotics, "plain").build()).create())
                .doesNotThrowAnyException();
        assertThatCode(() -> admin.resource(
                                Pods.claiming(robotics, "claiming", "work").build())
                        .create())
                .doesNotThrowAnyException();
        assertThatCode(() -> admin.resource(Pods.plain(robotics, "foreign")
                                .editMetadata()
                                .addToAnnotations("example.com/mooring.dev", "x")
                                .endMetadata()
                                .build())
                        .create())
                .doesNotThrowAnyException();
    }

    @Test
    void refusesPodsThatAskForData() {
        attempt.refused(Pods.asking(robotics, "asking", "imagenet").build(), "pods.mooring.dev");
        attempt.refused(
                Pods.claiming(robotics, "claiming", "dv." + vision + ".imagenet")
                        .build(),
                "mooring-read-only-mounts");
        attempt.refused(
                Pods.claiming(robotics, "claiming", "dvrw." + vision + ".imagenet")
                        .build(),
                "pods.mooring.dev");
    }

    @Test
    void takesWorkloadsForTheirPodsDecide() {
        assertThat(admin.resource(Workload.JOB.asking(robotics, "imagenet"))
                        .dryRun(true)
                        .create())
                .isNotNull();
    }

    @Test
    void refusesShares() {
        attempt.refused(
                world.newShare(vision, "imagenet", ScopeKind.PROJECT, robotics, Access.READ_ONLY),
                "shares.mooring.dev");
    }

    @Test
    void answersAgainOnceTheWebhookIsBack() {
        installation.start();

        attempt.allowed(Pods.asking(robotics, "asking", "imagenet").build());
        installation.stop();
    }
}
