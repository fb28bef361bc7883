package dev.mooring.informers;

import dev.mooring.decision.EndingMirror;
import dev.mooring.decision.Grants;
import dev.mooring.decision.HeldStorage;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.Department;
import dev.mooring.model.Labels;
import dev.mooring.model.Project;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The cluster as the webhook sees it: who shares what with whom, kept in memory by informers.
 *
 * <p>Every question is answered at once, on any thread. While the view is not {@link #isReady() ready}, "there is none"
 * means "not known yet".
 */
public final class ClusterView implements AutoCloseable {
    private static final int SHORTEST_PAUSE_MILLIS = 100;

    private final ClusterState state;
    private final ProjectedInformer<ShareView> shares;
    private final ProjectedInformer<DataVolumeView> dataVolumes;
    private final ProjectedInformer<ProjectView> projects;
    private final ProjectedInformer<DepartmentView> departments;
    private final ProjectedInformer<NamespaceView> namespaces;
    private final ProjectedInformer<MirrorClaimView> mirrorClaims;
    private final ProjectedInformer<StorageView> storage;
    private final InformerGroup informers;
    private final @Nullable Heartbeats heartbeats;

    private ClusterView(
            ClusterState state, KubernetesClient client, InformerSettings settings, @Nullable Heartbeats heartbeats) {
        this.state = state;
        this.heartbeats = heartbeats;
        shares = ProjectedInformer.ofCustomResource(client, DataVolumeShare.class, ShareView::of, settings)
                .listen(state.shares());
        dataVolumes = ProjectedInformer.ofCustomResource(client, DataVolume.class, DataVolumeView::of, settings)
                .listen(state.dataVolumes());
        projects = ProjectedInformer.ofCustomResource(client, Project.class, ProjectView::of, settings)
                .listen(state.projects());
        departments = ProjectedInformer.ofCustomResource(client, Department.class, DepartmentView::of, settings)
                .listen(state.departments());
        namespaces = namespaces(client, settings).listen(state.namespaces());
        mirrorClaims = mirrorClaims(client, settings).listen(state.mirrorClaims());
        storage = ProjectedInformer.of(
                        "PersistentVolume",
                        client.persistentVolumes(),
                        PersistentVolume::new,
                        volume -> StorageView.of(volume, state.heldStorage()),
                        settings)
                .listen(state.storage());
        informers = new InformerGroup(
                List.of(shares, dataVolumes, projects, departments, namespaces, mirrorClaims, storage));
        if (heartbeats != null) {
            shares.follow(heartbeats.shares());
            dataVolumes.follow(heartbeats.dataVolumes());
            projects.follow(heartbeats.projects());
            departments.follow(heartbeats.departments());
        }
    }

    /** Returns a view that has not been started, and does not know how old it is: nothing is to be granted by it. */
    public static ClusterView create(
            KubernetesClient client,
            ViewSettings settings,
            MeterRegistry meters,
            InstantSource clock,
            RandomGenerator chance) {
        return create(client, settings, new InformerSettings(ours(settings), meters, clock, chance), null);
    }

    /** Returns a view that has not been started, and that grants nothing while it may be older than two seconds. */
    public static ClusterView createWithHeartbeats(
            KubernetesClient client,
            ViewSettings settings,
            MeterRegistry meters,
            InstantSource clock,
            RandomGenerator chance,
            HeartbeatSettings heartbeats) {
        return create(
                client,
                settings,
                new InformerSettings(ours(settings), meters, clock, chance),
                new Heartbeats(client, settings.ourNamespace(), heartbeats, meters));
    }

    private static ClusterView create(
            KubernetesClient client,
            ViewSettings settings,
            InformerSettings informers,
            @Nullable Heartbeats heartbeats) {
        var state =
                new ClusterState(settings.clusterScopeNamespace(), settings.driversByAttributes(), informers.meters());
        return new ClusterView(state, quickToReconnect(client, informers.chance()), informers, heartbeats);
    }

    private static Set<String> ours(ViewSettings settings) {
        return Set.of(settings.ourNamespace());
    }

    /** A watch is closed every few minutes, and a second's pause before the next one would make the view look stuck. */
    private static KubernetesClient quickToReconnect(KubernetesClient client, RandomGenerator chance) {
        var hasty = new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
                .withWatchReconnectInterval(SHORTEST_PAUSE_MILLIS + chance.nextInt(SHORTEST_PAUSE_MILLIS))
                .build();
        return client.newClient(hasty).adapt(KubernetesClient.class);
    }

    private static ProjectedInformer<NamespaceView> namespaces(KubernetesClient client, InformerSettings settings) {
        return ProjectedInformer.of("Namespace", client.namespaces(), Namespace::new, NamespaceView::of, settings);
    }

    private static ProjectedInformer<MirrorClaimView> mirrorClaims(KubernetesClient client, InformerSettings settings) {
        var source = client.persistentVolumeClaims().inAnyNamespace().withLabel(Labels.MIRROR, Labels.MIRROR_TRUE);
        return ProjectedInformer.of(
                "PersistentVolumeClaim", source, PersistentVolumeClaim::new, MirrorClaimView::of, settings);
    }

    /** Returns the shares; who listens to them hears of each change after the view has taken note of it. */
    public ProjectedInformer<ShareView> shares() {
        return shares;
    }

    /** Returns the data volumes, to be listened to like {@link #shares}. */
    public ProjectedInformer<DataVolumeView> dataVolumes() {
        return dataVolumes;
    }

    /** Returns the projects, to be listened to like {@link #shares}. */
    public ProjectedInformer<ProjectView> projects() {
        return projects;
    }

    /** Returns the departments, to be listened to like {@link #shares}. */
    public ProjectedInformer<DepartmentView> departments() {
        return departments;
    }

    /** Returns the namespaces, to be listened to like {@link #shares}. */
    public ProjectedInformer<NamespaceView> namespaces() {
        return namespaces;
    }

    /** Returns the mirror claims, to be listened to like {@link #shares}. */
    public ProjectedInformer<MirrorClaimView> mirrorClaims() {
        return mirrorClaims;
    }

    /** Returns the storage of all PersistentVolumes, to be listened to like {@link #shares}. */
    public ProjectedInformer<StorageView> storage() {
        return storage;
    }

    /** Begins to watch, and returns at once. */
    public void start() {
        informers.start();
        if (heartbeats != null) {
            heartbeats.begin(heartbeats.shares(), shares);
            heartbeats.begin(heartbeats.dataVolumes(), dataVolumes);
            heartbeats.begin(heartbeats.projects(), projects);
            heartbeats.begin(heartbeats.departments(), departments);
        }
    }

    /** Returns whether everything is known and still being watched. */
    public boolean isReady() {
        return notReady().isEmpty();
    }

    /** Returns what keeps the view from being ready, one entry for each kind; empty if nothing does. */
    public List<String> notReady() {
        return informers.notReady();
    }

    /** Returns what keeps the view from granting anything since it was started, one entry for each kind. */
    public List<String> neverHeardOf() {
        return heartbeats == null
                ? List.of()
                : heartbeats.unknown().stream()
                        .map(kind -> "no heartbeat of " + kind + " has come back yet")
                        .toList();
    }

    /**
     * Returns what pods of {@code namespace} may use; nothing if no project is in force there, or if the view is too old to
     * know. No older than two seconds before this call.
     */
    public Grants grantsOf(String namespace) {
        if (heartbeats != null) {
            // Before the grants are looked up: the view only gets newer.
            var outOfDate = heartbeats.outOfDate();
            if (!outOfDate.isEmpty()) {
                return Grants.outOfDate(namespace, outOfDate);
            }
        }
        return state.grantsOf(namespace);
    }

    /** Returns whether {@code namespace} is that of a project in force. */
    public boolean isProject(String namespace) {
        return state.isProject(namespace);
    }

    /** Returns whether {@code namespace} is that of a project or department in force, or the cluster scope's. */
    public boolean isScope(String namespace) {
        return state.isScope(namespace);
    }

    /**
     * Returns the namespaces of the scopes that the project of {@code namespace} lies in, its own first; none if no project is
     * in force there.
     */
    public List<String> scopesOf(String namespace) {
        return state.scopesOf(namespace);
    }

    /** Returns the mirror claims in {@code namespace} that are being deleted and still have their names, by these. */
    public Map<String, EndingMirror> endingMirrors(String namespace) {
        return state.endingMirrors(namespace);
    }

    /** Returns the storage that data volumes and their mirrors hold. */
    public HeldStorage heldStorage() {
        return state.heldStorage();
    }

    /** Returns the scope of this kind and name; {@link ScopeKind#CLUSTER} needs no name. */
    public Target scope(ScopeKind kind, @Nullable String name) {
        return state.scope(kind, name);
    }

    /** Returns the data volume of this name in {@code namespace}; one that is being deleted cannot be shared any more. */
    public DataVolumeTarget dataVolume(String namespace, String name) {
        return state.dataVolume(namespace, name);
    }

    /** Stops watching for good. */
    @Override
    public void close() {
        if (heartbeats != null) {
            heartbeats.close();
        }
        informers.close();
    }
}
