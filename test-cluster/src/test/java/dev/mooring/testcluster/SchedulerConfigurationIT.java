package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@WithCluster(exclusive = true, kwokNodes = 1, schedulerConfiguration = """
                apiVersion: kubescheduler.config.k8s.io/v1
                kind: KubeSchedulerConfiguration
                profiles:
                  - schedulerName: of-the-test
                """)
class SchedulerConfigurationIT {
    @Test
    void isTheOneThatTheTestGives(KubernetesClient admin) {
        Pod pod = admin.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("scheduled")
                        .withNamespace("default")
                        .endMetadata()
                        .withNewSpec()
                        .withSchedulerName("of-the-test")
                        .addNewContainer()
                        .withName("main")
                        .withImage("none")
                        .endContainer()
                        .endSpec()
                        .build())
                .create();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(admin.resource(pod).get().getSpec().getNodeName())
                                .isEqualTo("kwok-0"));
    }
}
