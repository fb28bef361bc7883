package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchedulerConfigurationTest {
    @Test
    void keepsWhatIsGivenAndAddsTheApiServer() {
        String complete = SchedulerConfiguration.complete("""
                apiVersion: kubescheduler.config.k8s.io/v1
                kind: KubeSchedulerConfiguration
                clientConnection:
                  qps: 7
                extenders:
                  - urlPrefix: https://127.0.0.1:8443
                """, Path.of("/cluster/scheduler.kubeconfig"));

        assertThat(complete)
                .contains("kind: \"KubeSchedulerConfiguration\"")
                .contains("urlPrefix: \"https://127.0.0.1:8443\"")
                .contains("qps: 7")
                .contains("kubeconfig: \"/cluster/scheduler.kubeconfig\"")
                .contains("leaderElect: false");
    }
}
