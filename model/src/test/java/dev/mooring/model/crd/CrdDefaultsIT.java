package dev.mooring.model.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.model.Access;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeShareSpec;
import dev.mooring.model.Department;
import dev.mooring.model.MirrorMode;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import dev.mooring.model.ShareScope;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads back what the API server made of our records. */
@WithCluster
class CrdDefaultsIT {
    private static final String NAMESPACE = "crd-defaults";
    private static final ShareScope SPEECH = new ShareScope(ScopeKind.PROJECT, "speech", "speech", "uid-1");

    @BeforeAll
    static void installDefinitions(KubernetesClient client) {
        ChartInstaller.installDefinitions(client);
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
    }

    @Test
    void fillsInWhatAShareLeavesOut(KubernetesClient client) {
        var share = new GenericKubernetesResource();
        share.setApiVersion("mooring.dev/v1alpha1");
        share.setKind("DataVolumeShare");
        share.setMetadata(new ObjectMetaBuilder()
                .withName("short")
                .withNamespace(NAMESPACE)
                .build());
        share.setAdditionalProperty("spec", Map.of("dataVolume", "imagenet", "scope", SPEECH, "grantedBy", "ana"));

        assertThat(client.resource(share).create().<String>get("spec", "access"))
                .isEqualTo("ReadOnly");
        assertThat(client.resource(share).get().<String>get("spec", "mirror")).isEqualTo("OnFirstUse");
        assertThat(client.resource(share).get().<String>get("spec", "onRevoke")).isEqualTo("Keep");
    }

    @Test
    void givesADepartmentASpec(KubernetesClient client) {
        var department = new GenericKubernetesResource();
        department.setApiVersion("mooring.dev/v1alpha1");
        department.setKind("Department");
        department.setMetadata(new ObjectMetaBuilder()
                .withName("research")
                .withNamespace(NAMESPACE)
                .build());

        assertThat(client.resource(department).create().<Map<String, Object>>get("spec"))
                .isEmpty();
        assertThat(client.resources(Department.class)
                        .inNamespace(NAMESPACE)
                        .withName("research")
                        .get()
                        .getSpec()
                        .namespace())
                .isNull();
    }

    @Test
    void givesARecordBackAsItWasWritten(KubernetesClient client) {
        var share = new DataVolumeShare();
        share.setMetadata(new ObjectMetaBuilder()
                .withName("whole")
                .withNamespace(NAMESPACE)
                .build());
        share.setSpec(new DataVolumeShareSpec(
                "imagenet",
                SPEECH,
                Access.READ_WRITE,
                MirrorMode.ALWAYS,
                "2027-01-31T18:00:00Z",
                RevokeMode.EVICT,
                "ana"));

        assertThat(client.resource(share).create().getSpec()).isEqualTo(share.getSpec());
    }

    @Test
    void findsSharesByTheirTarget(KubernetesClient client) {
        var share = new DataVolumeShare();
        share.setMetadata(new ObjectMetaBuilder()
                .withName("found")
                .withNamespace(NAMESPACE)
                .build());
        share.setSpec(new DataVolumeShareSpec(
                "laion",
                new ShareScope(ScopeKind.CLUSTER, null, "mooring-cluster", "uid-2"),
                Access.READ_ONLY,
                MirrorMode.ON_FIRST_USE,
                null,
                RevokeMode.KEEP,
                "ana"));
        client.resource(share).create();

        assertThat(client.resources(DataVolumeShare.class)
                        .inNamespace(NAMESPACE)
                        .withField("spec.scope.kind", "Cluster")
                        .withField("spec.dataVolume", "laion")
                        .list()
                        .getItems())
                .extracting(found -> found.getMetadata().getName())
                .containsExactly("found");
    }
}
