package dev.mooring.controller.index;

import dev.mooring.controller.object.ObjectKey;
import dev.mooring.decision.AccessMode;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.MirrorClaimName;
import dev.mooring.informers.AccessRuleView;
import dev.mooring.informers.DataVolumeView;
import dev.mooring.informers.DepartmentView;
import dev.mooring.informers.GrantScope;
import dev.mooring.informers.Index;
import dev.mooring.informers.MirrorClaimView;
import dev.mooring.informers.ProjectView;
import dev.mooring.informers.ShareView;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The indexes that reconcilers ask and wake-ups follow. Each is fed by one informer's thread and read by all.
 *
 * @param consumers the pods that use mirrors
 * @param placements since when these pods have their nodes
 * @param mirrorsByVolume mirror claims by the data volume that they are of
 * @param mirrorsByNamespace mirror claims by the project that uses them
 * @param volumesByMirror volumes of mirrors by the claim that they are for, those of earlier claims of the name too
 * @param dataVolumesByClaim data volumes by the claim that they name
 * @param dataVolumesByNamespace data volumes by the project that owns them
 * @param sharesByVolume shares by what they share
 * @param sharesByScope shares by whom they are for
 * @param sharesByMirroredProject shares by the project that gets its mirror at once
 * @param sharesByNamespace shares by the project whose data they share
 * @param projectsByName projects by their name, which is their namespace's
 * @param projectsByDepartment projects by the namespace of their department
 * @param projectsByNamespaceUid projects by the UID of the namespace that is theirs already
 * @param volumesByPlace volumes by where their data lies
 * @param departmentsByNamespace departments by the namespace that is theirs already, or {@link #NO_NAMESPACE_YET}
 * @param rulesByNamespace access rules by the namespace of their scope
 * @param rulesByRole access rules by the role that they give
 * @param bindingsByNamespace our RoleBindings by their namespace
 * @param ownRolesByNamespace our Roles by their namespace
 */
public record Indexes(
        Consumers consumers,
        Placements placements,
        Index<DataVolumeId, MirrorClaimView> mirrorsByVolume,
        Index<String, MirrorClaimView> mirrorsByNamespace,
        Index<ObjectKey, VolumeView> volumesByMirror,
        Index<ObjectKey, DataVolumeView> dataVolumesByClaim,
        Index<String, DataVolumeView> dataVolumesByNamespace,
        Index<DataVolumeId, ShareView> sharesByVolume,
        Index<GrantScope.SharedWith, ShareView> sharesByScope,
        Index<String, ShareView> sharesByMirroredProject,
        Index<String, ShareView> sharesByNamespace,
        Index<String, ProjectView> projectsByName,
        Index<String, ProjectView> projectsByDepartment,
        Index<String, ProjectView> projectsByNamespaceUid,
        VolumesByPlace volumesByPlace,
        Index<String, DepartmentView> departmentsByNamespace,
        Index<String, AccessRuleView> rulesByNamespace,
        Index<String, AccessRuleView> rulesByRole,
        Index<String, BindingView> bindingsByNamespace,
        Index<String, OwnRoleView> ownRolesByNamespace) {

    /** Where {@link #departmentsByNamespace} has the departments that have no namespace yet. */
    public static final String NO_NAMESPACE_YET = "";

    /** Returns indexes that know nothing yet. */
    public static Indexes empty() {
        return new Indexes(
                new Consumers(),
                new Placements(),
                new IndexBy<>(claim -> volumeOf(claim.name())),
                new IndexBy<>(MirrorClaimView::namespace),
                new IndexBy<>(volume -> volume.mirror() ? volume.claim() : null),
                new IndexBy<>(volume -> new ObjectKey(volume.namespace(), volume.claimName())),
                new IndexBy<>(DataVolumeView::namespace),
                new IndexBy<>(Indexes::volumeOf),
                new IndexBy<>(ShareView::scope),
                new IndexBy<>(ShareView::mirroredIn),
                new IndexBy<>(ShareView::namespace),
                new IndexBy<>(ProjectView::name),
                new IndexBy<>(ProjectView::departmentNamespace),
                new IndexBy<>(ProjectView::namespaceUid),
                new VolumesByPlace(),
                new IndexBy<>(department -> department.scope() == null
                        ? NO_NAMESPACE_YET
                        : department.scope().name()),
                new IndexBy<>(AccessRuleView::namespace),
                new IndexBy<>(AccessRuleView::role),
                new IndexBy<>(BindingView::namespace),
                new IndexBy<>(OwnRoleView::namespace));
    }

    /** Returns the data volume that {@code share} shares. */
    public static DataVolumeId volumeOf(ShareView share) {
        return new DataVolumeId(share.namespace(), share.dataVolume());
    }

    /** Returns the mirror that {@code share} wants before any pod asks, if there is one. */
    public static Optional<ObjectKey> mirrorAtOnce(ShareView share) {
        var access = switch (share.access()) {
            case READ_ONLY -> AccessMode.READ_ONLY;
            case READ_WRITE -> AccessMode.READ_WRITE;
        };
        return Optional.ofNullable(share.mirroredIn())
                .map(project -> new ObjectKey(project, MirrorClaimName.of(access, volumeOf(share))));
    }

    /** Returns whether a pod or a share asks for {@code mirror}. */
    public boolean wants(ObjectKey mirror) {
        return consumers.of(mirror) > 0
                || sharesByMirroredProject.with(mirror.namespace()).stream()
                        .filter(share -> !share.deleting())
                        .flatMap(share -> mirrorAtOnce(share).stream())
                        .anyMatch(mirror::equals);
    }

    /** Returns the mirrors of {@code volume}, those that are asked for and those that exist. */
    public Set<ObjectKey> mirrorsOf(DataVolumeId volume) {
        var mirrors = new LinkedHashSet<>(consumers.mirrorsOf(volume));
        sharesByVolume.with(volume).forEach(share -> mirrorAtOnce(share).ifPresent(mirrors::add));
        mirrorsByVolume.with(volume).forEach(claim -> mirrors.add(keyOf(claim)));
        return mirrors;
    }

    /** Returns the mirrors in {@code namespace}, those that are asked for and those that exist. */
    public Set<ObjectKey> mirrorsIn(String namespace) {
        var mirrors = new LinkedHashSet<>(consumers.mirrorsIn(namespace));
        sharesByMirroredProject
                .with(namespace)
                .forEach(share -> mirrorAtOnce(share).ifPresent(mirrors::add));
        mirrorsByNamespace.with(namespace).forEach(claim -> mirrors.add(keyOf(claim)));
        return mirrors;
    }

    private static ObjectKey keyOf(MirrorClaimView claim) {
        return new ObjectKey(claim.namespace(), claim.name());
    }

    private static @Nullable DataVolumeId volumeOf(String claimName) {
        var name = MirrorClaimName.parse(claimName);
        return name == null ? null : name.volume();
    }
}
