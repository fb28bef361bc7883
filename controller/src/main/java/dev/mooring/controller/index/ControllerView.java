package dev.mooring.controller.index;

import dev.mooring.informers.AccessRuleView;
import dev.mooring.informers.ClusterView;
import dev.mooring.informers.InformerGroup;
import dev.mooring.informers.InformerSettings;
import dev.mooring.informers.ProjectedInformer;
import dev.mooring.informers.RoleView;
import dev.mooring.informers.ViewSettings;
import dev.mooring.model.AccessRule;
import dev.mooring.model.Labels;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The cluster as the controller sees it: the webhook's view, and what it takes to make and to count mirrors. */
public final class ControllerView implements AutoCloseable {
    private final ClusterView cluster;
    private final Indexes indexes = Indexes.empty();
    private final ProjectedInformer<NamespaceState> namespaces;
    private final ProjectedInformer<ClaimView> claims;
    private final ProjectedInformer<VolumeView> volumes;
    private final ProjectedInformer<PodView> pods;
    private final ProjectedInformer<AccessRuleView> rules;
    private final ProjectedInformer<RoleView> roles;
    private final ProjectedInformer<GrantedRoles> grantedRoles;
    private final ProjectedInformer<BindingView> bindings;
    private final ProjectedInformer<OwnRoleView> ownRoles;
    private final InformerGroup informers;

    private ControllerView(ClusterView cluster, KubernetesClient client, InformerSettings settings) {
        this.cluster = cluster;
        namespaces = ProjectedInformer.of(
                "NamespaceOwnership", client.namespaces(), Namespace::new, NamespaceState::of, settings);
        claims = ProjectedInformer.of(
                "OriginClaim",
                client.persistentVolumeClaims().inAnyNamespace().withoutLabel(Labels.MIRROR),
                PersistentVolumeClaim::new,
                ClaimView::of,
                settings);
        volumes = ProjectedInformer.of(
                "ReservedVolume", client.persistentVolumes(), PersistentVolume::new, VolumeView::of, settings);
        pods = ProjectedInformer.of("Pod", client.pods().inAnyNamespace(), Pod::new, PodView::of, settings);
        rules = ProjectedInformer.ofCustomResource(client, AccessRule.class, AccessRuleView::of, settings);
        roles = ProjectedInformer.of(
                "ClusterRole", client.rbac().clusterRoles(), ClusterRole::new, RoleView::of, settings);
        grantedRoles = ProjectedInformer.of(
                "GrantedRoles",
                client.rbac().clusterRoles().withField("metadata.name", GrantedRoles.CLUSTER_ROLE),
                ClusterRole::new,
                GrantedRoles::of,
                settings);
        bindings = ProjectedInformer.of(
                "RoleBinding",
                client.rbac().roleBindings().inAnyNamespace(),
                RoleBinding::new,
                BindingView::of,
                settings);
        ownRoles = ProjectedInformer.of(
                "Role", client.rbac().roles().inAnyNamespace(), Role::new, OwnRoleView::of, settings);
        informers = new InformerGroup(
                List.of(namespaces, claims, volumes, pods, rules, roles, grantedRoles, bindings, ownRoles));
        connect();
    }

    /** Returns a view that has not been started. */
    public static ControllerView create(
            KubernetesClient client,
            ViewSettings settings,
            MeterRegistry meters,
            InstantSource clock,
            RandomGenerator chance) {
        return new ControllerView(
                ClusterView.create(client, settings, meters, clock, chance),
                client,
                new InformerSettings(Set.of(settings.ourNamespace()), meters, clock, chance));
    }

    private void connect() {
        pods.listen(indexes.placements()).listen(indexes.consumers());
        volumes.listen(indexes.volumesByMirror());
        cluster.mirrorClaims().listen(indexes.mirrorsByVolume()).listen(indexes.mirrorsByNamespace());
        cluster.dataVolumes().listen(indexes.dataVolumesByClaim()).listen(indexes.dataVolumesByNamespace());
        cluster.shares()
                .listen(indexes.sharesByVolume())
                .listen(indexes.sharesByScope())
                .listen(indexes.sharesByMirroredProject())
                .listen(indexes.sharesByNamespace());
        cluster.projects()
                .listen(indexes.projectsByName())
                .listen(indexes.projectsByDepartment())
                .listen(indexes.projectsByNamespaceUid());
        cluster.storage().listen(indexes.volumesByPlace());
        cluster.departments().listen(indexes.departmentsByNamespace());
        rules.listen(indexes.rulesByNamespace()).listen(indexes.rulesByRole());
        bindings.listen(indexes.bindingsByNamespace());
        ownRoles.listen(indexes.ownRolesByNamespace());
    }

    /** Returns what the webhook knows, too. */
    public ClusterView cluster() {
        return cluster;
    }

    /** Returns the indexes, which are up to date whenever a listener is told. */
    public Indexes indexes() {
        return indexes;
    }

    /** Returns the namespaces with what says whose they are. */
    public ProjectedInformer<NamespaceState> namespaces() {
        return namespaces;
    }

    /** Returns the claims that are no mirrors. */
    public ProjectedInformer<ClaimView> claims() {
        return claims;
    }

    /** Returns the volumes that are reserved for claims. */
    public ProjectedInformer<VolumeView> volumes() {
        return volumes;
    }

    /** Returns the pods that use mirrors. */
    public ProjectedInformer<PodView> pods() {
        return pods;
    }

    /** Returns the access rules. */
    public ProjectedInformer<AccessRuleView> rules() {
        return rules;
    }

    /** Returns the ClusterRoles that are roles, and those that say what one reads above, by their names. */
    public ProjectedInformer<RoleView> roles() {
        return roles;
    }

    /** Returns the roles that the chart lists, under the name of the ClusterRole that says so. */
    public ProjectedInformer<GrantedRoles> grantedRoles() {
        return grantedRoles;
    }

    /**
     * Returns whether {@code role} is one that the chart lists. Where its ClusterRole is gone, as when it is uninstalled, or names
     * no roles and so means all, there is no list, and nothing is taken away for that.
     */
    public boolean grants(String role) {
        return grantedRoles
                .get(GrantedRoles.CLUSTER_ROLE)
                .map(granted -> granted.names().contains(role))
                .orElse(true);
    }

    /** Returns our RoleBindings. */
    public ProjectedInformer<BindingView> bindings() {
        return bindings;
    }

    /** Returns our Roles. */
    public ProjectedInformer<OwnRoleView> ownRoles() {
        return ownRoles;
    }

    /** Begins to watch, and returns at once. */
    public void start() {
        cluster.start();
        informers.start();
    }

    /** Returns what keeps the view from being ready, one entry for each kind; empty if nothing does. */
    public List<String> notReady() {
        return Stream.concat(cluster.notReady().stream(), informers.notReady().stream())
                .toList();
    }

    /** Stops watching for good. */
    @Override
    public void close() {
        informers.close();
        cluster.close();
    }
}
