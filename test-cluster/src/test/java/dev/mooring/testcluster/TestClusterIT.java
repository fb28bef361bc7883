package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WithCluster
class TestClusterIT {
    @Test
    void forbidsWhatNoRoleAllows(@AsUser(name = "ana", groups = "team-a") KubernetesClient ana) {
        assertThatThrownBy(() -> ana.pods().inNamespace("default").list())
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        e -> assertThat(e.getMessage()).contains("User \"ana\" cannot list resource \"pods\""));
    }

    @Test
    void bindsAClaimToItsVolume(KubernetesClient admin) {
        PersistentVolumeClaim claim = admin.resource(claim("binds")).create();
        admin.resource(volumeOf(claim)).create();

        await().untilAsserted(() ->
                assertThat(admin.resource(claim).get().getStatus().getPhase()).isEqualTo("Bound"));
    }

    @Test
    void letsATestReadTheAuditLog(TestCluster cluster, @AsUser(name = "auditee") KubernetesClient auditee) {
        AuditLog.Mark before = cluster.auditLog().mark();

        assertThatThrownBy(() ->
                        auditee.secrets().inNamespace("default").withName("s").get())
                .isInstanceOf(KubernetesClientException.class);

        await().untilAsserted(() -> assertThat(cluster.auditLog().since(before))
                .filteredOn(event -> event.user().equals("auditee"))
                .singleElement()
                .satisfies(event -> assertThat(event.verb() + " " + event.namespace() + "/" + event.resource() + "/"
                                + event.name() + " " + event.code() + " "
                                + event.annotations().get("authorization.k8s.io/decision"))
                        .isEqualTo("get default/secrets/s 403 forbid")));
    }

    @Test
    void givesAServiceAccountsRightsToItsToken(TestCluster cluster, KubernetesClient admin) {
        admin.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("accounts")
                        .endMetadata()
                        .build())
                .create();
        admin.serviceAccounts()
                .inNamespace("accounts")
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("robot")
                        .endMetadata()
                        .build())
                .create();

        try (KubernetesClient robot =
                cluster.serviceAccount("accounts", "robot").client()) {
            assertThatThrownBy(() -> robot.nodes().list())
                    .hasMessageContaining("User \"system:serviceaccount:accounts:robot\" cannot list");
        }
    }

    @Test
    void tellsItsVersion(TestCluster cluster, KubernetesClient admin) throws Exception {
        assertThat(admin.getKubernetesVersion().getGitVersion()).isEqualTo("v1.36.3");
        Process kubectl = new ProcessBuilder(
                        cluster.kubectl().toString(),
                        "--kubeconfig",
                        cluster.admin().file().toString(),
                        "version")
                .start();
        assertThat(new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Client Version: v1.36.3", "Server Version: v1.36.3");
    }

    @Test
    void keepsALogOfEachComponent(TestCluster cluster) {
        assertThat(cluster.directory().resolve("logs"))
                .isDirectoryContaining(log -> log.endsWith("etcd.log"))
                .isDirectoryContaining(log -> log.endsWith("kube-apiserver.log"))
                .isDirectoryContaining(log -> log.endsWith("kube-controller-manager.log"));
        assertThat(Files.exists(cluster.directory().resolve("logs/kube-scheduler.log")))
                .isFalse();
    }

    private static PersistentVolumeClaim claim(String name) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withStorageClassName("test")
                .withAccessModes("ReadOnlyMany")
                .withNewResources()
                .withRequests(Map.of("storage", new Quantity("1")))
                .endResources()
                .endSpec()
                .build();
    }

    private static PersistentVolume volumeOf(PersistentVolumeClaim claim) {
        return new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName("volume-" + claim.getMetadata().getUid())
                .endMetadata()
                .withNewSpec()
                .withStorageClassName("test")
                .withAccessModes("ReadOnlyMany")
                .withCapacity(Map.of("storage", new Quantity("1Gi")))
                .withNewClaimRef()
                .withNamespace("default")
                .withName(claim.getMetadata().getName())
                .withUid(claim.getMetadata().getUid())
                .endClaimRef()
                .withNewHostPath()
                .withPath("/data")
                .endHostPath()
                .endSpec()
                .build();
    }
}
