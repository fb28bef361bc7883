package dev.mooring.charts.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.charts.ChartValues;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy that stands only where the values ask that projects mount storage by claims and by nothing else. */
@WithCluster(exclusive = true)
class InlineVolumesIT {
    private static final String PROJECT = "inline-volumes";
    private static final String ELSEWHERE = "inline-volumes-elsewhere";
    private static final String POLICY = "mooring-inline-volumes";

    @BeforeAll
    static void install(KubernetesClient client) {
        namespace(client, PROJECT, Map.of("mooring.dev/scope", "project"));
        namespace(client, ELSEWHERE, Map.of());
        ChartInstaller.install(client, ChartValues.defaults().with("inlineVolumes.inPods", "refuse"));
        client.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName("mooring")
                .delete();
        await().untilAsserted(() -> assertThatThrownBy(() -> create(client, PROJECT, "hostPath: {path: /data}"))
                .hasMessageContaining(POLICY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nfs: {server: nas.example, path: /exports}",
                "hostPath: {path: /data}",
                "csi: {driver: files.example.com}",
                "cephfs: {monitors: [m]}",
                "iscsi: {targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-04.com.example:storage', lun: 0}",
                "fc: {targetWWNs: ['50060e801049cfd1'], lun: 0}",
                "awsElasticBlockStore: {volumeID: vol-1}"
            })
    void refusesStorageThatAPodNamesItself(String volume, TestCluster cluster) {
        var mark = cluster.auditLog().mark();

        assertThatThrownBy(() -> create(cluster.client(), PROJECT, volume))
                .hasMessageContaining("volume \"data\" of pod \"reader\" names storage itself");
        await().untilAsserted(() -> assertThat(cluster.auditLog().since(mark))
                .anyMatch(event -> "InlineVolume".equals(event.annotations().get(POLICY + "/reason"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"emptyDir: {}", "persistentVolumeClaim: {claimName: work}", "configMap: {name: kube-root-ca.crt}"
            })
    void letsEverythingElseThrough(String volume, KubernetesClient client) {
        assertThatCode(() -> create(client, PROJECT, volume)).doesNotThrowAnyException();
    }

    @Test
    void leavesOtherNamespacesAlone(KubernetesClient client) {
        assertThatCode(() -> create(client, ELSEWHERE, "hostPath: {path: /data}"))
                .doesNotThrowAnyException();
    }

    private static void create(KubernetesClient client, String namespace, String volume) {
        var pod = client.getKubernetesSerialization().unmarshal("""
                apiVersion: v1
                kind: Pod
                metadata: {name: reader, namespace: %s}
                spec:
                  containers: [{name: main, image: example.org/none}]
                  volumes: [{name: data, %s}]
                """.formatted(namespace, volume), Pod.class);
        client.resource(pod).dryRun().create();
    }

    private static void namespace(KubernetesClient client, String name, Map<String, String> labels) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withLabels(labels)
                        .endMetadata()
                        .build())
                .create();
        client.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(name)
                        .withName("default")
                        .endMetadata()
                        .build())
                .serverSideApply();
    }
}
