package dev.mooring.informers;

import dev.mooring.decision.VolumeState;
import dev.mooring.model.Access;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small cluster for tests: what its informers keep, and the state that is told of it as a store tells it. The UID of a
 * namespace is its name with a number, 1 unless a test makes it again.
 */
final class World {
    static final String CLUSTER = "mooring-cluster";
    static final VolumeState READY = new VolumeState.Ready();

    final Map<String, NamespaceView> namespaces = new HashMap<>();
    final Map<String, DepartmentView> departments = new HashMap<>();
    final Map<String, ProjectView> projects = new HashMap<>();
    final Map<String, DataVolumeView> dataVolumes = new HashMap<>();
    final Map<String, ShareView> shares = new HashMap<>();
    final Map<String, MirrorClaimView> mirrorClaims = new HashMap<>();
    final Map<String, StorageView> storage = new HashMap<>();
    final ClusterState state = new ClusterState(CLUSTER, Set.of(), new SimpleMeterRegistry());

    /**
     * Two departments, three projects and a data volume: {@code vision} with {@code imagenet} and {@code nlp} in {@code
     * research}, {@code sales} in {@code business}.
     */
    static World populated() {
        return new World()
                .namespace(CLUSTER)
                .department("research")
                .department("business")
                .project("research", "vision")
                .project("research", "nlp")
                .project("business", "sales")
                .dataVolume("vision", "imagenet");
    }

    World namespace(String name) {
        return put(new NamespaceView(name, name + "-1"));
    }

    World department(String name) {
        var namespace = "department-" + name;
        return namespace(namespace)
                .put(new DepartmentView(
                        CLUSTER, name, "object", new NamespaceIdentity(namespace, namespace + "-1"), false));
    }

    World project(String department, String name) {
        return namespace(name).put(new ProjectView("department-" + department, name, "object", name + "-1", false));
    }

    World dataVolume(String project, String name) {
        return put(dataVolumeView(project, name));
    }

    static DataVolumeView dataVolumeView(String project, String name) {
        return new DataVolumeView(project, name, project + "/" + name + "-1", "data", READY, false);
    }

    World share(String project, String dataVolume, ScopeKind kind, String namespace) {
        return put(shareView(project, dataVolume, kind, namespace));
    }

    /** A read-only share without end, called {@code to-<namespace>}. */
    static ShareView shareView(String project, String dataVolume, ScopeKind kind, String namespace) {
        return shareView(project, dataVolume, kind, namespace, Access.READ_ONLY, null);
    }

    static ShareView shareView(
            String project,
            String dataVolume,
            ScopeKind kind,
            String namespace,
            Access access,
            @Nullable Instant expiry) {
        return new ShareView(
                project,
                "to-" + namespace,
                "object",
                dataVolume,
                project + "/" + dataVolume + "-1",
                new GrantScope.SharedWith(kind, namespace + "-1"),
                access,
                expiry,
                null,
                RevokeMode.KEEP,
                false);
    }

    World put(NamespaceView view) {
        return change(namespaces, state.namespaces(), view.name(), view);
    }

    World put(DepartmentView view) {
        return change(departments, state.departments(), view.namespace() + "/" + view.name(), view);
    }

    World put(ProjectView view) {
        return change(projects, state.projects(), view.departmentNamespace() + "/" + view.name(), view);
    }

    World put(DataVolumeView view) {
        return change(dataVolumes, state.dataVolumes(), view.namespace() + "/" + view.name(), view);
    }

    World put(ShareView view) {
        return change(shares, state.shares(), view.namespace() + "/" + view.name(), view);
    }

    World put(MirrorClaimView view) {
        return change(mirrorClaims, state.mirrorClaims(), view.namespace() + "/" + view.name(), view);
    }

    World storage(String volume, StorageView view) {
        return change(storage, state.storage(), volume, view);
    }

    World noNamespace(String key) {
        return change(namespaces, state.namespaces(), key, null);
    }

    World noDepartment(String key) {
        return change(departments, state.departments(), key, null);
    }

    World noProject(String key) {
        return change(projects, state.projects(), key, null);
    }

    World noDataVolume(String key) {
        return change(dataVolumes, state.dataVolumes(), key, null);
    }

    World noShare(String key) {
        return change(shares, state.shares(), key, null);
    }

    World noMirrorClaim(String key) {
        return change(mirrorClaims, state.mirrorClaims(), key, null);
    }

    World noStorage(String key) {
        return change(storage, state.storage(), key, null);
    }

    private <P> World change(Map<String, P> kept, ProjectionListener<P> listener, String key, @Nullable P now) {
        var before = now == null ? kept.remove(key) : kept.put(key, now);
        if (!java.util.Objects.equals(before, now)) {
            listener.changed(key, before, now);
        }
        return this;
    }
}
