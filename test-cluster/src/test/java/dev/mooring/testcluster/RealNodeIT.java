package dev.mooring.testcluster;

import static dev.mooring.testcluster.RealPods.exec;
import static dev.mooring.testcluster.RealPods.pod;
import static dev.mooring.testcluster.RealPods.readOnly;
import static dev.mooring.testcluster.RealPods.run;
import static dev.mooring.testcluster.RealPods.writable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.RealPods.Mount;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithCluster(scheduler = true, realNode = true)
class RealNodeIT {
    private static final String CLAIM = "host-path";

    @TempDir
    private static Path data;

    @BeforeAll
    static void claimADirectoryWithAFile(KubernetesClient admin) throws IOException {
        Files.writeString(data.resolve("file"), "what is in it");
        RealPods.claimHostPath(admin, CLAIM, data.toString());
    }

    @Test
    void readsAndWritesThroughAClaim(TestCluster cluster, KubernetesClient admin) {
        Pod pod = run(admin, pod("reads-and-writes", Mount.WRITABLE, writable("data", CLAIM)));

        assertThat(exec(cluster, pod, "cat", "/data/file")).isEqualTo(new Executed(0, "what is in it"));
        assertThat(exec(cluster, pod, "write", "/data/written", "by", "a", "pod"))
                .isEqualTo(new Executed(0, ""));
        assertThat(data.resolve("written")).hasContent("by a pod");
    }

    @Test
    void refusesToWriteWhereThePodsVolumeSaysReadOnly(TestCluster cluster, KubernetesClient admin) {
        Pod pod = run(admin, pod("volume-read-only", Mount.WRITABLE, readOnly("data", CLAIM)));

        assertThat(exec(cluster, pod, "cat", "/data/file")).isEqualTo(new Executed(0, "what is in it"));
        assertThat(exec(cluster, pod, "write", "/data/refused", "x"))
                .isEqualTo(new Executed(1, "write: /data/refused: " + RealPods.READ_ONLY_FILE_SYSTEM));
        assertThat(data.resolve("refused")).doesNotExist();
    }

    @Test
    void refusesToWriteWhereTheContainersMountSaysReadOnly(TestCluster cluster, KubernetesClient admin) {
        Pod pod = run(admin, pod("mount-read-only", Mount.READ_ONLY, writable("data", CLAIM)));

        assertThat(exec(cluster, pod, "cat", "/data/file")).isEqualTo(new Executed(0, "what is in it"));
        assertThat(exec(cluster, pod, "write", "/data/refused", "x"))
                .isEqualTo(new Executed(1, "write: /data/refused: " + RealPods.READ_ONLY_FILE_SYSTEM));
        assertThat(data.resolve("refused")).doesNotExist();
    }

    @Test
    void keepsWhatAPodPrints(KubernetesClient admin) {
        Pod pod = admin.resource(command("prints", "cat", "/proc/1/comm")).create();

        await().atMost(RealPods.PATIENCE)
                .untilAsserted(
                        () -> assertThat(admin.resource(pod).get().getStatus().getPhase())
                                .isEqualTo("Succeeded"));
        assertThat(admin.pods().resource(pod).getLog()).isEqualTo("cat\n");
    }

    @Test
    void servicesLeadToPodsAndToTheApiServer(TestCluster cluster, KubernetesClient admin) {
        Pod served = run(admin, command("served", "serve", "8080", "at your service"));
        admin.resource(new ServiceBuilder()
                        .withNewMetadata()
                        .withName("served")
                        .withNamespace(RealPods.NAMESPACE)
                        .endMetadata()
                        .withNewSpec()
                        .withClusterIP("10.0.0.99")
                        .addToSelector("app", served.getMetadata().getName())
                        .addNewPort()
                        .withPort(80)
                        .withNewTargetPort(8080)
                        .endPort()
                        .endSpec()
                        .build())
                .create();
        Pod asking = run(admin, pod("asking", Mount.READ_ONLY));

        await().atMost(RealPods.PATIENCE)
                .untilAsserted(() -> assertThat(exec(cluster, asking, "get", "http://10.0.0.99"))
                        .isEqualTo(new Executed(0, "at your service")));
        assertThat(exec(cluster, asking, "get", "https://10.0.0.1").output())
                .as("the API server's certificate, which the pod does not know")
                .contains("certificate signed by unknown authority");
    }

    @Test
    void standsBesideSimulatedNodes() {
        ClusterConfig both = ClusterConfig.defaults().withRealNode().withKwokNodes(1);
        try (TestCluster cluster = TestCluster.start(both)) {
            assertThat(cluster.client().nodes().list().getItems())
                    .allMatch(KwokNodes::isReady)
                    .extracting(node -> node.getMetadata().getLabels().get("type"))
                    .containsExactlyInAnyOrder("real", "kwok");
            assertThat(cluster.realNode().address()).startsWith("198.18.0.");
        }
    }

    private static Pod command(String name, String... command) {
        return new PodBuilder(pod(name, Mount.READ_ONLY))
                .editSpec()
                .withRestartPolicy("Never")
                .editFirstContainer()
                .withCommand(command)
                .endContainer()
                .endSpec()
                .build();
    }
}
