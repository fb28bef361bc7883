package dev.mooring.informers;

import dev.mooring.decision.EndingMirror;
import dev.mooring.decision.GrantLayer;
import dev.mooring.decision.Grants;
import dev.mooring.decision.HeldStorage;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.model.ScopeKind;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of the cluster, and the answers to what is asked about it. Fed with changes, one thread for each
 * kind, the indexes before what depends on them; read by all. Knows nothing of informers.
 */
final class ClusterState {
    private static final DataVolumeTarget NO_DATA_VOLUME = new DataVolumeTarget.Unknown();

    private final String clusterScopeNamespace;
    private final SharesByScope sharesByScope = new SharesByScope();
    private final SharesByOrigin sharesByOrigin = new SharesByOrigin();
    private final DataVolumesByProject dataVolumes = new DataVolumesByProject();
    private final ProjectsByNamespace projectsByNamespace = new ProjectsByNamespace();
    private final ProjectsByDepartment projectsByDepartment = new ProjectsByDepartment();
    private final DepartmentsByNamespace departmentsByNamespace;
    private final DepartmentsByName departmentsByName;
    private final NamespaceUids namespaces = new NamespaceUids();
    private final EndingMirrors endingMirrors = new EndingMirrors();
    private final HeldPlaces heldPlaces;
    private final Memberships memberships;
    private final ScopeDirectory scopes;
    private final GrantsByScope grantsByScope;
    private final StaleGrants stale;

    ClusterState(String clusterScopeNamespace, Set<String> driversByAttributes, MeterRegistry meters) {
        this.clusterScopeNamespace = clusterScopeNamespace;
        this.heldPlaces = new HeldPlaces(dataVolumes, driversByAttributes);
        this.departmentsByNamespace = new DepartmentsByNamespace(clusterScopeNamespace);
        this.departmentsByName = new DepartmentsByName(clusterScopeNamespace);
        this.memberships = new Memberships(projectsByNamespace, departmentsByNamespace, namespaces);
        this.scopes = new ScopeDirectory(
                clusterScopeNamespace, projectsByNamespace, departmentsByName, namespaces, memberships);
        var layers = new GrantLayers(sharesByScope, dataVolumes, memberships);
        this.grantsByScope = new GrantsByScope(layers::load, meters);
        this.stale = new StaleGrants(sharesByOrigin, projectsByDepartment, grantsByScope::drop);
    }

    ProjectionListener<ShareView> shares() {
        return sharesByScope.andThen(sharesByOrigin).andThen(stale::share);
    }

    ProjectionListener<DataVolumeView> dataVolumes() {
        return (key, before, now) -> {
            heldPlaces.dataVolume(key, before, now);
            stale.dataVolume(key, before, now);
        };
    }

    ProjectionListener<ProjectView> projects() {
        return projectsByNamespace.andThen(projectsByDepartment).andThen(stale::project);
    }

    ProjectionListener<DepartmentView> departments() {
        return departmentsByNamespace.andThen(departmentsByName).andThen(stale::department);
    }

    ProjectionListener<NamespaceView> namespaces() {
        return namespaces.andThen(stale::namespace);
    }

    ProjectionListener<MirrorClaimView> mirrorClaims() {
        return endingMirrors;
    }

    ProjectionListener<StorageView> storage() {
        return heldPlaces::volume;
    }

    Grants grantsOf(String namespace) {
        var membership = memberships.of(namespace);
        if (membership.isEmpty()) {
            return Grants.outsideProjects(namespace);
        }
        var own = grantsByScope.get(new GrantScope.Own(namespace));
        var project = sharedWith(ScopeKind.PROJECT, membership.get().projectUid());
        var department = sharedWith(ScopeKind.DEPARTMENT, membership.get().departmentUid());
        var clusterUid = namespaces.of(clusterScopeNamespace);
        var layers = clusterUid == null
                ? List.of(own, project, department)
                : List.of(own, project, department, sharedWith(ScopeKind.CLUSTER, clusterUid));
        return new Grants(namespace, true, layers);
    }

    private GrantLayer sharedWith(ScopeKind kind, String uid) {
        return grantsByScope.get(new GrantScope.SharedWith(kind, uid));
    }

    boolean isProject(String namespace) {
        return memberships.of(namespace).isPresent();
    }

    boolean isScope(String namespace) {
        return namespace.equals(clusterScopeNamespace)
                || memberships.of(namespace).isPresent()
                || memberships.departmentUid(namespace).isPresent();
    }

    List<String> scopesOf(String namespace) {
        return memberships
                .of(namespace)
                .map(project -> List.of(namespace, project.departmentNamespace(), clusterScopeNamespace))
                .orElse(List.of());
    }

    Map<String, EndingMirror> endingMirrors(String namespace) {
        return endingMirrors.in(namespace);
    }

    HeldStorage heldStorage() {
        return heldPlaces;
    }

    Target scope(ScopeKind kind, @Nullable String name) {
        return scopes.find(kind, name);
    }

    DataVolumeTarget dataVolume(String namespace, String name) {
        return dataVolumes
                .find(namespace, name)
                .filter(volume -> !volume.deleting())
                .<DataVolumeTarget>map(volume -> new DataVolumeTarget.Found(volume.uid()))
                .orElse(NO_DATA_VOLUME);
    }
}
