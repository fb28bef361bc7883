package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Workloads at the real API server: the early answer, and that it never gets into the way afterwards. */
@WithCluster
@TestInstance(Lifecycle.PER_CLASS)
class WorkloadAdmissionIT {
    static final List<Workload> WORKLOADS = Workload.ALL;

    private final KubernetesClient admin;
    private final Installation installation;
    private final Attempt attempt;
    private final World world;
    private final String vision;
    private final String robotics;

    WorkloadAdmissionIT(TestCluster cluster) {
        admin = cluster.client();
        installation = Installation.on(cluster);
        attempt = new Attempt(admin);
        world = new World(admin, installation.controller());
        vision = world.project("vision");
        robotics = world.project("robotics");
    }

    @BeforeAll
    void share() {
        world.dataVolume(vision, "imagenet");
        world.dataVolume(vision, "private");
        world.share(vision, "imagenet", robotics);
        attempt.allowed(Pods.asking(robotics, "first", "imagenet").build());
    }

    @AfterAll
    void close() {
        installation.close();
    }

    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void takesAWorkloadWhosePodsWillRun(Workload workload) {
        attempt.allowed(workload.asking(robotics, "imagenet"));
    }

    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void refusesAWorkloadWhosePodsWouldBeRefused(Workload workload) {
        var refusal = attempt.refused(
                workload.asking(robotics, vision + "/private"), "workloads.mooring.dev", vision + "/private");

        assertThat(refusal.getCode()).isEqualTo(403);
    }

    @Test
    void refusesAReferenceThatIsNewInAnUpdate() {
        String project = world.project("audio");
        world.share(vision, "imagenet", project);
        deployment(project);

        assertThatThrownBy(() -> patch(project, """
                        {"spec":{"template":{"metadata":{"annotations":
                            {"mooring.dev/data-volumes":"imagenet, %s/private"}}}}}""".formatted(vision)))
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining(vision + "/private");
    }

    @Test
    void scalesADeploymentAfterItsShareIsGone() {
        String project = world.project("audio");
        revoked(project);

        patch(project, """
                {"spec":{"replicas":0}}""");

        await().until(() -> pods(project) == 0);
    }

    @Test
    void changesAnImageAfterTheShareIsGone() {
        String project = world.project("audio");
        revoked(project);

        Deployment changed = patch(project, """
                {"spec":{"template":{"spec":{"containers":[{"name":"main","image":"registry.example.com/reader:2"}]}}}}""");

        assertThat(changed.getSpec().getTemplate().getSpec().getContainers())
                .extracting(Container::getImage)
                .containsExactly("registry.example.com/reader:2");
    }

    @Test
    void deletesADeploymentInTheForegroundAfterItsShareIsGone() {
        String project = world.project("audio");
        Deployment deployment = revoked(project);

        admin.resource(deployment)
                .withPropagationPolicy(DeletionPropagation.FOREGROUND)
                .delete();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> admin.resource(deployment).get() == null);
    }

    /** A deployment with a pod whose share is gone, and of which the webhook knows that. */
    private Deployment revoked(String project) {
        var share = world.share(vision, "imagenet", project);
        Deployment deployment = deployment(project);
        await().until(() -> pods(project) == 1);
        world.unshare(share);
        attempt.refused(Pods.asking(project, "pod", vision + "/imagenet").build(), vision + "/imagenet");
        return deployment;
    }

    private Deployment patch(String project, String change) {
        return admin.apps()
                .deployments()
                .inNamespace(project)
                .withName("reader")
                .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), change);
    }

    private Deployment deployment(String project) {
        return (Deployment) attempt.created(Workload.DEPLOYMENT.asking(project, "imagenet"));
    }

    private int pods(String project) {
        return admin.pods().inNamespace(project).list().getItems().size();
    }
}
