package dev.mooring.informers;

import static org.awaitility.Awaitility.await;

import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeStatus;
import dev.mooring.model.DepartmentStatus;
import dev.mooring.model.Labels;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.Phase;
import dev.mooring.model.Project;
import dev.mooring.model.ProjectStatus;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Does in a real cluster what administrators and the controller do. */
final class Cluster {
    static final ViewSettings SETTINGS = new ViewSettings("mooring-system", "mooring-cluster", Set.of());

    private final KubernetesClient client;

    Cluster(KubernetesClient client) {
        this.client = client;
    }

    /** Makes the namespace if it does not exist. */
    NamespaceIdentity namespace(String name) {
        var present = client.namespaces().withName(name).get();
        var namespace = present == null ? create(Objects.namespace(name)) : present;
        return new NamespaceIdentity(name, namespace.getMetadata().getUid());
    }

    /** Deletes the namespace and returns when it is gone. */
    void noNamespace(String name) {
        client.namespaces().withName(name).delete();
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> client.namespaces().withName(name).get() == null);
    }

    /** Makes a department and its namespace. */
    NamespaceIdentity department(String name) {
        namespace(SETTINGS.clusterScopeNamespace());
        var namespace = namespace("department-" + name);
        var department = create(Objects.department(SETTINGS.clusterScopeNamespace(), name));
        department.setStatus(new DepartmentStatus(namespace, 0, List.of()));
        client.resource(department).updateStatus();
        return namespace;
    }

    /** Makes a project, and its namespace if that does not exist. */
    NamespaceIdentity project(NamespaceIdentity department, String name) {
        var namespace = namespace(name);
        settle(create(Objects.project(department.name(), name)), namespace);
        return namespace;
    }

    /** Writes into the project's status that this namespace is its. */
    void settle(Project project, NamespaceIdentity namespace) {
        project.setStatus(new ProjectStatus(namespace, List.of()));
        client.resource(project).updateStatus();
    }

    void noProject(NamespaceIdentity department, String name) {
        delete(Objects.project(department.name(), name));
    }

    /** Makes a data volume that is ready. */
    DataVolume dataVolume(NamespaceIdentity project, String name) {
        var volume = create(Objects.dataVolume(project.name(), name, "data"));
        volume.setStatus(new DataVolumeStatus(Phase.READY, null, 0, 0, 0, List.of(), 0, 0, 0, List.of()));
        return client.resource(volume).updateStatus();
    }

    DataVolumeShare share(DataVolume volume, ScopeKind kind, String name, NamespaceIdentity target) {
        return create(Objects.share(volume, "to-" + target.name(), Objects.scope(kind, name, target)));
    }

    void delete(HasMetadata object) {
        client.resource(object).delete();
    }

    /** Makes a mirror claim, with finalizers that keep it when it is deleted. */
    PersistentVolumeClaim mirrorClaim(NamespaceIdentity project, String name, String... finalizers) {
        return create(new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withNamespace(project.name())
                .withName(name)
                .addToLabels(Labels.MIRROR, Labels.MIRROR_TRUE)
                .withFinalizers(finalizers)
                .endMetadata()
                .withNewSpec()
                .withStorageClassName("mooring-mirror")
                .withAccessModes("ReadOnlyMany")
                .withNewResources()
                .withRequests(Map.of("storage", new Quantity("1")))
                .endResources()
                .endSpec()
                .build());
    }

    private <R extends HasMetadata> R create(R object) {
        object.getMetadata().setUid(null);
        return client.resource(object).create();
    }
}
