package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@WithCluster(scheduler = true, kwokNodes = 2)
class KwokNodesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void runAPod(KubernetesClient admin) {
        Pod pod =
                admin.resource(pod("runs", new PodSpecBuilder(spec()).build())).create();

        await().atMost(PATIENCE).untilAsserted(() -> {
            Pod running = admin.resource(pod).get();
            assertThat(running.getStatus().getPhase()).isEqualTo("Running");
            assertThat(running.getSpec().getNodeName()).startsWith("kwok-");
        });
    }

    @Test
    void completeAJob(KubernetesClient admin) {
        Job job = admin.resource(new JobBuilder()
                        .withMetadata(metadata("completes"))
                        .withNewSpec()
                        .withNewTemplate()
                        .withSpec(new PodSpecBuilder(spec())
                                .withRestartPolicy("Never")
                                .build())
                        .endTemplate()
                        .endSpec()
                        .build())
                .create();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(admin.resource(job).get().getStatus().getSucceeded())
                                .isEqualTo(1));
    }

    @Test
    void leaveAPodPendingWhoseClaimDoesNotExist(KubernetesClient admin) {
        Pod pod = admin.resource(pod(
                        "waits",
                        new PodSpecBuilder(spec())
                                .addNewVolume()
                                .withName("data")
                                .withNewPersistentVolumeClaim()
                                .withClaimName("nowhere")
                                .endPersistentVolumeClaim()
                                .endVolume()
                                .build()))
                .create();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(admin.resource(pod).get().getStatus().getConditions())
                                .singleElement()
                                .satisfies(condition -> assertThat(condition.getMessage())
                                        .contains("persistentvolumeclaim \"nowhere\" not found")));
    }

    @Test
    void mayBeAddedLater() {
        try (TestCluster cluster = TestCluster.start(ClusterConfig.defaults().withoutControllerManager())) {
            cluster.addKwokNodes(1);
            cluster.addKwokNodes(2);

            assertThat(cluster.client().nodes().list().getItems())
                    .extracting(node -> node.getMetadata().getName())
                    .containsExactlyInAnyOrder("kwok-0", "kwok-1", "kwok-2");
        }
    }

    private static Pod pod(String name, PodSpec spec) {
        return new PodBuilder().withMetadata(metadata(name)).withSpec(spec).build();
    }

    private static ObjectMeta metadata(String name) {
        return new ObjectMetaBuilder().withName(name).withNamespace("default").build();
    }

    private static PodSpec spec() {
        return new PodSpecBuilder()
                .addNewContainer()
                .withName("main")
                .withImage("none")
                .endContainer()
                .build();
    }
}
